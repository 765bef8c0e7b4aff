package com.elementarydata.privatelink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, and which of them know which. */
class ArchitectureTest {

    private static final String ROOT = "com.elementarydata.privatelink.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT.substring(0, ROOT.length() - 1));

    /** What operations may know: everything but each other, and how people call and see them. */
    private static final String BELOW = "net integration model observed config fleet command judge aws dns template";

    private static final Map<String, String> ROOMS = rooms();

    private static Map<String, String> rooms() {
        Map<String, String> rooms = new LinkedHashMap<>();
        rooms.put("net", "");
        rooms.put("integration", "net");
        rooms.put("construct", "net integration");
        rooms.put("model", "net integration");
        rooms.put("observed", "net");
        rooms.put("config", "net integration model observed");
        rooms.put("fleet", "net integration model");
        rooms.put("command", "model");
        rooms.put("judge", "net integration model observed fleet command");
        rooms.put("stack", "net integration construct model fleet");
        rooms.put("assembly", "model integration");
        rooms.put("app", "net model config fleet stack assembly");
        rooms.put("template", "");
        rooms.put("aws", "net model observed fleet");
        rooms.put("dns", "net observed");
        rooms.put("operation.adoption", BELOW);
        rooms.put("operation.init", BELOW);
        rooms.put("operation.onboard", BELOW);
        rooms.put("operation.deployment", BELOW + " operation.diagnosis");
        rooms.put("operation.runbook", BELOW);
        rooms.put("operation.status", BELOW);
        rooms.put("operation.removal", BELOW);
        rooms.put("operation.provider", BELOW);
        rooms.put("operation.diagnosis", BELOW + " operation.provider");
        rooms.put("demo", BELOW + " operation.deployment");
        String operations = BELOW
                + " operation.adoption operation.init operation.onboard operation.deployment operation.runbook operation.status operation.removal"
                + " operation.provider operation.diagnosis";
        rooms.put("cli.render", operations);
        rooms.put("cli", operations + " demo assembly cli.render");
        return rooms;
    }

    static Stream<String> names() {
        return ROOMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_package_knows_no_other_of_ours_than_these(String name) {
        String[] allowed = Stream.concat(
                        Stream.of(name),
                        Arrays.stream(Objects.requireNonNull(ROOMS.get(name)).split(" "))
                                .filter(other -> !other.isEmpty()))
                .map(other -> ROOT + other)
                .toArray(String[]::new);
        noClasses()
                .that(resideInAPackage(ROOT + name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".")
                        .and(resideInAnyPackage(allowed).negate()))
                .check(CLASSES);
    }

    @Test
    void every_package_is_one_that_the_rules_speak_of() {
        classes()
                .should()
                .resideInAnyPackage(names().map(name -> ROOT + name).toArray(String[]::new))
                .check(CLASSES);
    }

    /** A class with those nested in it counts as one, and so does a sealed interface with what it permits. */
    @Test
    void no_classes_of_a_package_know_each_other_in_a_circle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(outermost(type).getName());
                    }

                    @Override
                    public String getDescription() {
                        return "outermost classes";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getRawInterfaces().stream()
                .filter(face -> face.reflect().isSealed())
                .findFirst()
                .orElse(outermost);
    }

    @Test
    void only_constructs_stacks_and_the_app_know_cdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "construct", ROOT + "stack", ROOT + "app")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..", "software.amazon.jsii..")
                .check(CLASSES);
    }

    @Test
    void only_aws_knows_its_sdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "aws")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    /** So that another program can call them, and a test compares what they return. */
    @Test
    void operations_know_neither_the_command_line_nor_where_anything_is_printed() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "operation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "com.github.freva..", "me.tongfei..", "tools.jackson.databind.node..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.PrintWriter.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.PrintStream.class)
                .check(CLASSES);
    }

    @Test
    void constructs_need_nothing_but_cdk_and_the_address_library() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + "net", ROOT + "integration", ROOT + "construct")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "net",
                        ROOT + "integration",
                        ROOT + "construct",
                        "java..",
                        "inet.ipaddr..",
                        "software.amazon.awscdk..",
                        "software.constructs..",
                        "software.amazon.jsii..",
                        "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void classes_are_final() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(FINAL)
                .check(CLASSES);
    }

    @Test
    void no_class_is_called_after_what_it_is_not() {
        noClasses().should().haveNameMatching(".*(Helper|Utils?|Manager|Impl)").check(CLASSES);
    }
}
