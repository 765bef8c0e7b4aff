package com.elementarydata.privatelink.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.cxapi.CloudAssembly;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates that CDK makes of all offers, with ids that people can read. */
final class SynthesizedOffers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LOGICAL_ID = Pattern.compile("\"([A-Z]\\w+[0-9A-F]{8})\"");

    private SynthesizedOffers() {}

    static Map<Offer, JsonNode> in(App app) {
        List<Offer> offers = Offer.all().toList();
        Validations.of(app)
                .acknowledge(
                        acknowledgment("noSubnetRouteTableId"),
                        acknowledgment("vpcAttributeIsListTokenprivateSubnetIds"));
        offers.forEach(offer -> offer.define(new Stack(
                app,
                offer.kind() + "-" + offer.check(),
                StackProps.builder().synthesizer(new BootstraplessSynthesizer()).build())));
        CloudAssembly assembly = app.synth();
        Map<Offer, JsonNode> templates = new LinkedHashMap<>();
        offers.forEach(offer -> templates.put(
                offer,
                withShortIds(JSON.valueToTree(assembly.getStackByName(offer.kind() + "-" + offer.check())
                        .getTemplate()))));
        return templates;
    }

    private static Stack stack(App app, Offer offer) {
        return new Stack(
                app,
                offer.kind() + "-" + offer.check(),
                StackProps.builder().synthesizer(new BootstraplessSynthesizer()).build());
    }

    private static Acknowledgment acknowledgment(String warning) {
        return Acknowledgment.builder()
                .id("Annotation::@aws-cdk/aws-ec2:" + warning)
                .reason("nothing here asks for more than the subnets' ids")
                .build();
    }

    static JsonNode withShortIds(JsonNode template) {
        String text = LOGICAL_ID
                .matcher(template.toString())
                .replaceAll(found -> "\"%s\"".formatted(ProviderTemplate.shortId(found.group(1))));
        return JSON.readTree(text);
    }
}
