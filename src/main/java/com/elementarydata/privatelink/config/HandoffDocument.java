package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The handoff document: what the customer gives to Elementary.
 *
 * @param handoff empty where the document is wrong
 * @param problems what is wrong, sorted by place
 */
public record HandoffDocument(Optional<Handoff> handoff, List<Problem> problems) {

    private static final List<String> KEYS = List.of("integration", "serviceName", "awsAccountId", "hostnames");
    private static final PastedJson DOCUMENTS =
            new PastedJson(node -> KEYS.stream().filter(node::has).count() > 2);

    /**
     * Reads a document, wherever it is in what people have of it: the outputs of a stack, of an app or of Terraform, the
     * report of {@code provider check}, a mail.
     *
     * @param name its name in messages
     * @param content the bytes of that
     */
    public static HandoffDocument read(String name, byte[] content) {
        Problems problems = new Problems();
        try {
            PastedText text = PastedText.decode(name, content, problems);
            if (problems.sorted().isEmpty()) {
                return find(text).map(found -> read(name, found)).orElseGet(() -> readWhole(name, content));
            }
        } catch (Refused refused) {
            refused.reportTo(problems);
        }
        return new HandoffDocument(Optional.empty(), problems.sorted());
    }

    /** The only document in a text; empty where the text is meant to be one, and cannot be read. */
    private static Optional<PastedText> find(PastedText text) {
        List<PastedText> found = DOCUMENTS.in(text);
        if (found.size() > 1) {
            throw found.get(1)
                    .refused(0, ProblemCode.PL102, "a second handoff document begins here", "give one of the two");
        }
        if (found.isEmpty() && KEYS.stream().noneMatch(text.text()::contains)) {
            throw text.refused(
                    0,
                    ProblemCode.PL102,
                    "there is no handoff document in it",
                    "give the value of the output Handoff, as describe-stacks or terraform output prints it");
        }
        return found.stream().findFirst();
    }

    private static HandoffDocument read(String name, PastedText found) {
        HandoffDocument document = readWhole(name, found.text().getBytes(StandardCharsets.UTF_8));
        return new HandoffDocument(
                document.handoff(),
                document.problems().stream()
                        .map(problem -> problem.movedTo(found.placeOf(problem.at())))
                        .sorted()
                        .toList());
    }

    private static HandoffDocument readWhole(String name, byte[] content) {
        Problems problems = new Problems();
        Optional<Handoff> handoff =
                YamlReader.read(name, content, problems).flatMap(document -> read(document, problems));
        List<Problem> found = problems.sorted();
        return new HandoffDocument(handoff.filter(read -> found.isEmpty()), found);
    }

    /** What a document hands off, which has to be for an integration. */
    public static Handoff read(String name, byte[] content, Integration integration) {
        HandoffDocument document = read(name, content);
        Handoff handoff = document.handoff().orElseThrow(() -> Refusal.of(document.problems()));
        if (!handoff.integration().equals(integration)) {
            throw Refusal.of("%s is the handoff of a %s; add it with privatelink add %s"
                    .formatted(name, handoff.integration(), handoff.integration()));
        }
        if (!handoff.fits()) {
            String below = integration.has(Keys.SUBDOMAIN_ISOLATION) ? " and the names below it" : "";
            throw Refusal.of("%s names %s, which are not one host%s; ask which one is meant"
                    .formatted(name, handoff.hostnames(), below));
        }
        return handoff;
    }

    private static Optional<Handoff> read(Mapping document, Problems problems) {
        FormFindings forms = Schema.HANDOFF.checkShape(document, problems);
        var integration = document.text("integration").flatMap(key -> Integrations.of(key.value()));
        var account = problems.value(document, "awsAccountId", ProblemCode.PL207, AccountId::parse);
        var region = problems.value(document, "region", ProblemCode.PL203, Region::parse);
        var address =
                new HostedReader(integration.orElse(TcpService.INTEGRATION), problems).readHandoff(document, region);
        var zones = problems.values(
                document, "availabilityZoneIds", ProblemCode.PL204, IntegrationReader.zone(region.map(Located::value)));
        region.ifPresent(in -> IntegrationReader.requireIn(List.of(in.value()), zones, "", problems));
        forms.reportTo(problems);
        if (integration.isEmpty() || account.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Handoff(
                integration.get(),
                account.get().value(),
                address.get(),
                zones.stream().map(Located::value).toList()));
    }
}
