package com.elementarydata.privatelink.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What Elementary needs to connect, as outputs of the stack: one by one, and together as the handoff document. Their
 * names are fixed, since they are read by name.
 */
final class HandoffOutputs {

    private static final int VERSION = 1;
    private static final String ZONES = "AvailabilityZoneIds";
    private static final List<String> NAMES =
            List.of("ServiceName", "AccountId", "Region", "Integration", "Hostname", ZONES, "Handoff");

    private HandoffOutputs() {}

    static void checkFree(Stack stack, CustomerEndpointServiceProps props, Refusals refusals) {
        NAMES.stream()
                .filter(name -> !name.equals(ZONES) || !props.availabilityZoneIds.isEmpty())
                .map(name -> props.outputPrefix + name)
                .filter(name -> stack.getNode().tryFindChild(name) != null)
                .forEach(name -> refusals.refuse(
                        "the output name \"%s\" is already taken in the stack".formatted(name),
                        "pass another outputPrefix(…)"));
    }

    static void define(Construct scope, String serviceName, CustomerEndpointServiceProps props) {
        Stack stack = Stack.of(scope);
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("ServiceName", serviceName);
        outputs.put("AccountId", stack.getAccount());
        outputs.put("Region", stack.getRegion());
        outputs.put("Integration", props.integration);
        outputs.put("Hostname", String.join(",", props.hostnames));
        if (!props.availabilityZoneIds.isEmpty()) {
            outputs.put(ZONES, String.join(",", props.availabilityZoneIds));
        }
        outputs.put("Handoff", stack.toJsonString(handoff(stack, serviceName, props)));
        outputs.forEach((name, value) -> CfnOutput.Builder.create(stack, props.outputPrefix + name)
                .value(value)
                .build());
    }

    private static Map<String, Object> handoff(Stack stack, String serviceName, CustomerEndpointServiceProps props) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("integration", props.integration);
        document.put("region", stack.getRegion());
        document.put("awsAccountId", stack.getAccount());
        document.put("serviceName", serviceName);
        document.put("hostnames", props.hostnames);
        document.put("ports", props.ports);
        document.put("availabilityZoneIds", props.availabilityZoneIds);
        return document;
    }
}
