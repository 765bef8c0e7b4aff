package com.elementarydata.privatelink;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CDK apps as the CLI runs them, with the context of {@code cdk.json}. */
public final class TestApp {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestApp() {}

    /** What {@code cdk.json} gives the app. */
    public static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        JSON.readTree(Path.of("cdk.json").toFile())
                .get("context")
                .properties()
                .forEach(flag -> context.put(flag.getKey(), JSON.convertValue(flag.getValue(), Object.class)));
        return context;
    }

    /** An empty stack without a Region or account of its own. */
    public static Stack stack() {
        return new Stack(
                app(),
                "Stack",
                StackProps.builder().synthesizer(new BootstraplessSynthesizer()).build());
    }

    /** An empty stack in a Region of Elementary's. */
    public static Stack stack(String region) {
        return new Stack(
                app(),
                "Stack",
                StackProps.builder()
                        .synthesizer(new BootstraplessSynthesizer())
                        .env(Environment.builder()
                                .account("111122223333")
                                .region(region)
                                .build())
                        .build());
    }

    /** An app as {@code cdk synth --output DIR -c …} runs it. */
    public static App app(Path output, Map<String, Object> more) {
        Map<String, Object> context = new LinkedHashMap<>(context());
        context.putAll(more);
        return App.Builder.create().outdir(output.toString()).context(context).build();
    }

    private static App app() {
        return App.Builder.create().context(context()).build();
    }

    /** The template that CloudFormation would be given. */
    public static JsonNode template(Stack stack) {
        return JSON.valueToTree(Template.fromStack(stack).toJSON());
    }

    /** All resources of a type. */
    public static List<JsonNode> resources(JsonNode template, String type) {
        return template.path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asString().equals(type))
                .toList();
    }

    /** The texts of the warnings, each ending in its id. */
    public static List<String> warnings(Stack stack) {
        return stack.getNode().findAll().stream()
                .flatMap(construct -> construct.getNode().getMetadata().stream())
                .filter(entry -> entry.getType().equals("aws:cdk:warning"))
                .map(entry -> String.valueOf(entry.getData()))
                .toList();
    }
}
