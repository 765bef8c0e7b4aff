package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.config.HandoffDraft;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.github.freva.asciitable.ColumnData;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider's side as it was found, for people and for programs. */
public record ProviderReport(ProviderFacts facts, List<Finding> findings, HandoffDraft handoff) {

    private static final int WIDEST = 48;

    public List<String> lines() {
        List<ColumnData<Finding>> columns = List.of(
                Table.column("CODE", WIDEST, Finding::code),
                Table.column("CHECK", WIDEST, Finding::title),
                Table.column("", WIDEST, finding -> finding.verdict().name().toLowerCase(Locale.ROOT)),
                Table.column("FOUND", WIDEST, Finding::found),
                Table.column("WHAT TO DO", WIDEST, ProviderReport::whatToDo));
        String document = handoff.document()
                .map(ObjectNode::toString)
                .orElse("give --integration and --hostname to get the handoff document");
        return Stream.of(Table.of(findings, columns), "", "To send to Elementary:", document)
                .toList();
    }

    private static String whatToDo(Finding finding) {
        return finding.commands().isEmpty()
                ? finding.remedy()
                : "%s: %s".formatted(finding.remedy(), String.join("; ", finding.commands()));
    }

    public String json() {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode report = json.createObjectNode();
        report.set("facts", json.valueToTree(facts));
        ArrayNode list = report.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("code", finding.code())
                .put("check", finding.title())
                .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
                .put("found", finding.found())
                .put("remedy", whatToDo(finding)));
        handoff.document().ifPresent(document -> report.set("handoff", document));
        return report.toPrettyString();
    }
}
