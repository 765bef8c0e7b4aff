package com.elementarydata.privatelink.cli;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far the CDK CLI is with its stacks: a bar on a terminal, nothing elsewhere. */
final class DeploymentProgress implements Consumer<String>, AutoCloseable {

    private static final Pattern STACK = Pattern.compile("(\\S+): deploying\\.\\.\\. \\[(\\d+)/(\\d+)]");

    private @Nullable ProgressBar bar;

    @Override
    public void accept(String line) {
        Matcher stack = STACK.matcher(line);
        if (Terminal.isThere() && stack.matches()) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName("deploy")
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(Long.parseLong(stack.group(3)))
                        .hideEta()
                        .clearDisplayOnFinish()
                        .build();
            }
            bar.stepTo(Long.parseLong(stack.group(2)));
            bar.setExtraMessage(stack.group(1));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
