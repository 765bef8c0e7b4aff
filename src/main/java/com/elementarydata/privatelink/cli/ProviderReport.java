package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.diagnose.ProviderFacts;
import com.elementarydata.privatelink.diagnose.ProviderFinding;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider's side as it was found, for people and for programs. */
record ProviderReport(ProviderFacts facts, List<ProviderFinding> findings, HandoffDraft handoff) {

    private static final int WIDEST = 48;

    List<String> lines() {
        List<ColumnData<ProviderFinding>> columns = List.of(
                column("CODE", finding -> finding.check().name()),
                column("CHECK", finding -> finding.check().title()),
                column("", finding -> finding.verdict().name().toLowerCase(Locale.ROOT)),
                column("FOUND", ProviderFinding::what),
                column("WHAT TO DO", ProviderFinding::remedy));
        String document = handoff.document()
                .map(ObjectNode::toString)
                .orElse("name --integration and --hostname to have the handoff document written");
        return Stream.of(
                        AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, findings, columns),
                        "",
                        "To send to Elementary:",
                        document)
                .toList();
    }

    private static ColumnData<ProviderFinding> column(String title, Function<ProviderFinding, @Nullable String> value) {
        return new Column()
                .header(title)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(WIDEST, OverflowBehaviour.NEWLINE)
                .with(value);
    }

    String json() {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode report = json.createObjectNode();
        report.set("facts", json.valueToTree(facts));
        ArrayNode list = report.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("code", finding.check().name())
                .put("check", finding.check().title())
                .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
                .put("found", finding.what())
                .put("remedy", finding.remedy()));
        handoff.document().ifPresent(document -> report.set("handoff", document));
        return report.toPrettyString();
    }
}
