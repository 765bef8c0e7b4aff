package com.elementarydata.privatelink.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.io.Resources;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Every member of every answer that is read, in the SDK's model, is used or is listed with the reason why it cannot matter:
 * what nobody has looked at may be what is broken.
 */
@Tag("slow")
class EveryMemberTest {

    private static final String SERVICES = "software.amazon.awssdk.services.";

    private static final Map<String, String> REASONS = new TreeMap<>();
    private static final Set<String> USED = new HashSet<>();
    private static final Set<String> ALL = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        Resources.readLines(Resources.getResource(EveryMemberTest.class, "unread-members.txt"), UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> REASONS.put(
                        line.substring(0, line.indexOf(' ')),
                        line.substring(line.indexOf(' ')).strip()));
        JavaClasses own = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("com.elementarydata.privatelink.aws");
        Deque<Class<?>> left = new ArrayDeque<>();
        own.stream().flatMap(EveryMemberTest::accesses).forEach(access -> {
            USED.add(member(access.getTargetOwner().getName(), access.getName()));
            answer(access).ifPresent(left::add);
        });
        Set<Class<?>> seen = new HashSet<>();
        while (!left.isEmpty()) {
            Class<?> type = left.remove();
            if (seen.add(type)) {
                members(type).forEach((member, nested) -> {
                    ALL.add(member);
                    if (USED.contains(member) && SdkPojo.class.isAssignableFrom(nested)) {
                        left.add(nested);
                    }
                });
            }
        }
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass from) {
        return Stream.concat(from.getMethodCallsFromSelf().stream(), from.getMethodReferencesFromSelf().stream());
    }

    /** What a call of a client answers, also where it comes in pages. */
    private static java.util.Optional<Class<?>> answer(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (!owner.startsWith(SERVICES) || !owner.endsWith("Client")) {
            return java.util.Optional.empty();
        }
        String operation = access.getName().replace("Paginator", "");
        String model = "%s.model.%s%sResponse"
                .formatted(
                        access.getTargetOwner().getPackageName(),
                        operation.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                        operation.substring(1));
        try {
            return java.util.Optional.of(Class.forName(model));
        } catch (ClassNotFoundException noOperation) {
            return java.util.Optional.empty();
        }
    }

    private static String member(String owner, String method) {
        String type = owner.substring(owner.lastIndexOf('.') + 1).replaceAll("Iterable$", "Response");
        return "%s.%s".formatted(type, method.replaceAll("AsStrings?$", "").replaceAll("^has(?=[A-Z])", ""));
    }

    /** By {@code Type.member}, with the type of what is in it. */
    private static Map<String, Class<?>> members(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> fields(type).contains(method.getName()))
                .filter(method -> method.getParameterCount() == 0)
                .collect(Collectors.toMap(
                        method -> member(type.getName(), method.getName()),
                        EveryMemberTest::content,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Set<String> fields(Class<?> type) {
        try {
            SdkPojo empty = (SdkPojo) ((software.amazon.awssdk.utils.builder.SdkBuilder<?, ?>)
                            type.getMethod("builder").invoke(null))
                    .build();
            return empty.sdkFields().stream()
                    .map(field -> decapitalized(field.memberName()))
                    .collect(Collectors.toSet());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String decapitalized(String name) {
        return CharMatcher.inRange('A', 'Z').matchesAllOf(name)
                ? name.toLowerCase(java.util.Locale.ROOT)
                : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private static Class<?> content(Method getter) {
        Type type = getter.getGenericReturnType();
        if (type instanceof ParameterizedType container) {
            Type[] contents = container.getActualTypeArguments();
            return contents[contents.length - 1] instanceof Class<?> content ? content : Object.class;
        }
        return getter.getReturnType();
    }

    private static boolean isExplained(String member) {
        String type = member.substring(0, member.indexOf('.'));
        String name = member.substring(member.indexOf('.') + 1);
        return Stream.of(member, type + ".*", "*." + name).anyMatch(REASONS::containsKey);
    }

    @Test
    void every_member_is_used_or_has_a_reason_not_to_be() {
        assertThat(ALL).hasSizeGreaterThan(300);
        assertThat(ALL).filteredOn(member -> !USED.contains(member)).allMatch(EveryMemberTest::isExplained);
    }

    @Test
    void every_reason_is_of_a_member_that_is_not_used() {
        assertThat(REASONS.keySet())
                .allSatisfy(pattern -> assertThat(ALL.stream()
                                .filter(member -> !USED.contains(member))
                                .anyMatch(member -> member.matches(
                                        pattern.replace(".", "\\.").replace("*", ".*"))))
                        .isTrue());
    }
}
