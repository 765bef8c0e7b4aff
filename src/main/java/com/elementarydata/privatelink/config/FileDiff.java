package com.elementarydata.privatelink.config;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;

/**
 * How a file changes.
 *
 * @param path the file
 * @param before its text; empty where it is new
 * @param after its text then
 */
public record FileDiff(String path, Optional<String> before, String after) {

    private static final int CONTEXT = 3;
    private static final String NOTHING = "/dev/null";

    /** In the form of {@code diff -u}. */
    public List<String> lines() {
        List<String> old = before.map(text -> text.lines().toList()).orElse(List.of());
        List<String> now = after.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                before.isPresent() ? path : NOTHING, path, old, DiffUtils.diff(old, now), CONTEXT);
    }
}
