package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Diagnoses for programs.
 *
 * @param diagnoses of one customer's connections
 */
public record PathReport(List<PathDiagnosis> diagnoses) {

    public String json() {
        ObjectNode report = JsonMapper.builder().build().createObjectNode();
        ArrayNode connections = report.putArray("connections");
        for (PathDiagnosis diagnosis : diagnoses) {
            ObjectNode connection = connections.addObject();
            connection.put("connection", diagnosis.path().name());
            diagnosis.firstBroken().ifPresent(broken -> {
                connection.put("firstBroken", broken.code());
                connection.put("whoMustAct", word(broken.party()));
            });
            ArrayNode hops = connection.putArray("hops");
            diagnosis.findings().forEach(finding -> add(hops, finding));
        }
        return report.toPrettyString();
    }

    /** Findings as JSON has them. */
    static void add(ArrayNode hops, Finding finding) {
        ObjectNode hop = hops.addObject()
                .put("code", finding.code())
                .put("hop", finding.title())
                .put("verdict", word(finding.verdict()))
                .put("found", finding.found())
                .put("whoMustAct", word(finding.party()))
                .put("remedy", finding.remedy());
        finding.commands().forEach(hop.putArray("commands")::add);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
