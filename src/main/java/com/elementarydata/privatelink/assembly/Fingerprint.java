package com.elementarydata.privatelink.assembly;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.model.Located;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hash of texts, files and values, each with its length, so that no two sequences of them look the same. */
final class Fingerprint {

    private final Hasher hasher = Hashing.sha256().newHasher();

    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
        return this;
    }

    Fingerprint number(long number) {
        hasher.putLong(number);
        return this;
    }

    Fingerprint file(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        hasher.putLong(bytes.length).putBytes(bytes);
        return this;
    }

    /** Records with all of their components; not where something stands in its file. */
    Fingerprint value(Object value) {
        if (value instanceof Located<?> located) {
            return value(located.value());
        }
        if (value instanceof List<?> several) {
            return values(several);
        }
        if (value instanceof Optional<?> maybe) {
            return values(maybe.stream().toList());
        }
        if (value instanceof Map<?, ?> map) {
            return values(map.entrySet().stream()
                    .map(entry -> List.of(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(List::toString))
                    .toList());
        }
        if (value.getClass().isHidden()) {
            throw new IllegalArgumentException(value + " looks another way in each process");
        }
        text(value.getClass().getName());
        // an integration is the program's, by its name
        return value instanceof Record record && !(value instanceof Integration)
                ? components(record)
                : text(value.toString());
    }

    private Fingerprint values(List<?> several) {
        number(several.size());
        several.forEach(this::value);
        return this;
    }

    private Fingerprint components(Record record) {
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                value(Optional.ofNullable(component.getAccessor().invoke(record)));
            }
            return this;
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("all of a plan can be read", hidden);
        }
    }

    /** In hexadecimal digits. */
    String end() {
        return hasher.hash().toString();
    }
}
