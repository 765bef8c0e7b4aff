package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.config.HandoffDraft;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A provider's side as it was found, for people and for programs. */
public record ProviderReport(ProviderFacts facts, List<Finding> findings, HandoffDraft handoff) {

    /** What records are asked is no part of them. */
    private static final JsonMapper FACTS = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .build();

    /** The report for people; the document to send stays whole. */
    public List<String> lines(Screen screen) {
        List<String> table = Table.<Finding>of(List.of(
                        Table.column("CODE", Finding::code),
                        Table.column("CHECK", Finding::title),
                        Table.<Finding>column("", finding -> Words.of(finding.verdict()))
                                .toned(finding -> Tone.of(finding.verdict())),
                        Table.column("FOUND", Finding::found)))
                .lines(findings, screen);
        List<String> remedies = findings.stream()
                .filter(finding -> !finding.remedy().isEmpty())
                .flatMap(finding -> remedy(finding, screen))
                .toList();
        String document = handoff.document().map(Json::line).orElseGet(handoff::whatIsMissing);
        return Stream.of(table, remedies, List.of("", "To send to Elementary:", document))
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<String> remedy(Finding finding, Screen screen) {
        List<String> words = Wrapped.words("%s: %s".formatted(finding.code(), finding.remedy()), screen.width() - 2);
        String code = screen.toned(Tone.of(finding.verdict()), finding.code());
        List<String> lines = new ArrayList<>(Wrapped.hanging("", "  ", words));
        lines.set(0, code + words.get(0).substring(finding.code().length()));
        return Stream.of(List.of(""), lines, Wrapped.commands(finding.commands(), "    ", screen.width()))
                .flatMap(List::stream);
    }

    private static String whatToDo(Finding finding) {
        return finding.commands().isEmpty()
                ? finding.remedy()
                : "%s: %s".formatted(finding.remedy(), String.join("; ", finding.commands()));
    }

    private record Report(JsonNode facts, List<Entry> findings, Optional<ObjectNode> handoff) {}

    private record Entry(String code, String check, String verdict, String found, String remedy) {}

    /** What a diagnosis reads the facts from says null for what is absent. */
    public String json() {
        List<Entry> entries = findings.stream()
                .map(finding -> new Entry(
                        finding.code(),
                        finding.title(),
                        Words.of(finding.verdict()),
                        finding.found(),
                        whatToDo(finding)))
                .toList();
        return JsonDocument.PROVIDER_CHECK.of(new Report(FACTS.valueToTree(facts), entries, handoff.document()));
    }
}
