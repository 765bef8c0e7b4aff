package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import com.elementarydata.privatelink.operation.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The removal of a customer, for people and for programs.
 *
 * @param plan the commands
 * @param traffic what went through the endpoints
 * @param refusals why the commands are kept back
 */
public record RemovalReport(RemovalPlan plan, List<EndpointTraffic> traffic, List<Finding> refusals) {

    /** The plan for people, and for a shell: all but the commands is comment. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        plan.notes(traffic).forEach(note -> lines.add("# " + note));
        int number = 1;
        for (RemovalPlan.Step step : plan.steps()) {
            lines.add("");
            lines.add("# %d. %s".formatted(number++, step.what()));
            lines.addAll(step.commands());
        }
        return lines.stream().dropWhile(String::isEmpty).toList();
    }

    /** The plan for programs. */
    public String json() {
        ObjectNode report = JsonMapper.shared().createObjectNode().put("customer", plan.customer());
        ArrayNode stacks = report.putArray("stacks");
        plan.stacks()
                .forEach(stack -> stacks.addObject()
                        .put("name", stack.getKey())
                        .put("region", stack.getValue().code()));
        ArrayNode endpoints = report.putArray("traffic");
        traffic.forEach(endpoint -> endpoints
                .addObject()
                .put("endpointId", endpoint.endpointId())
                .put("measured", endpoint.published())
                .put("connections", endpoint.connections())
                .put("bytes", endpoint.bytes()));
        ArrayNode reasons = report.putArray("refusals");
        refusals.forEach(refusal -> reasons.addObject()
                .put("code", refusal.code())
                .put("found", refusal.found())
                .put("remedy", refusal.remedy()));
        addPlan(report.putArray("notes"), report.putArray("steps"));
        return report.toPrettyString();
    }

    private void addPlan(ArrayNode notes, ArrayNode steps) {
        if (refusals.isEmpty()) {
            plan.notes(traffic).forEach(notes::add);
            plan.steps().forEach(step -> {
                ArrayNode commands = steps.addObject().put("what", step.what()).putArray("commands");
                step.commands().forEach(commands::add);
            });
        }
    }
}
