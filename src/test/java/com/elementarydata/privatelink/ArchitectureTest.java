package com.elementarydata.privatelink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static final String ROOT = "com.elementarydata.privatelink.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT.substring(0, ROOT.length() - 1));

    @ParameterizedTest
    @CsvSource({
        "net, ''",
        "integration, net",
        "construct, integration net",
        "model, integration net",
        "config, integration model net",
        "fleet, integration model net",
        "stack, fleet integration model net construct",
        "app, config fleet model net stack",
        "template, ''",
        "command, ''",
        "diagnose, command integration net",
        "aws, diagnose model net",
        "cli, aws command config diagnose fleet integration model net template",
    })
    void a_package_knows_no_other_of_ours_than_these(String name, String known) {
        String[] allowed = Stream.concat(
                        Stream.of(name), Arrays.stream(known.split(" ")).filter(other -> !other.isEmpty()))
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
                .resideInAnyPackage(Stream.of(
                                "net",
                                "integration",
                                "construct",
                                "model",
                                "config",
                                "fleet",
                                "stack",
                                "app",
                                "command",
                                "diagnose",
                                "aws",
                                "cli",
                                "template")
                        .map(name -> ROOT + name)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void only_constructs_stacks_and_the_app_know_cdk() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "net",
                        ROOT + "integration",
                        ROOT + "model",
                        ROOT + "config",
                        ROOT + "fleet",
                        ROOT + "command",
                        ROOT + "diagnose",
                        ROOT + "aws",
                        ROOT + "template",
                        ROOT + "cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..", "software.amazon.jsii..")
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
