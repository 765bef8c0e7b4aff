package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A fleet whose deployments are made to fail, with a customer of control, who was deployed without any fault. */
final class FaultyFleet {

    private static final Offer CONTROL = inIreland("git", 1, "git.control.example");

    private final E2eFleet deployed;
    private final Map<String, Offer> offers;
    private final List<String> undisturbed;
    private WorldState state;
    private int survived;

    private FaultyFleet(E2eFleet deployed, Map<String, Offer> offers) throws IOException, InterruptedException {
        this.deployed = deployed;
        this.offers = offers;
        WorldState before = deployed.state();
        deployed.files().write("control", file("control", CONTROL));
        deployed.deploy();
        state = deployed.state();
        undisturbed = before.changesTo(state);
        assertThat(undisturbed).isNotEmpty();
    }

    static FaultyFleet deploy() throws IOException, InterruptedException {
        Map<String, Offer> offers = new HashMap<>();
        int service = 2;
        for (String customer : List.of("fails", "named", "read", "killed", "repeated", "changed")) {
            offers.put(customer, inIreland("git", service++, "git.%s.example".formatted(customer)));
        }
        offers.put("abroad", inIreland("git", service, "git.abroad.example").in("us-west-2", "usw2-az1"));
        Map<String, String> toCome = new HashMap<>(Map.of("control", file("control", CONTROL)));
        offers.forEach((customer, offer) -> toCome.put(customer, file(customer, offer)));
        String present = requireNonNull(toCome.remove("changed"));
        return new FaultyFleet(E2eFleet.deployed("faults", toCome, Map.of("changed", present)), offers);
    }

    E2eFleet deployed() {
        return deployed;
    }

    Offer offer(String customer) {
        return requireNonNull(offers.get(customer), customer);
    }

    void write(String customer) throws IOException {
        write(customer, offer(customer));
    }

    void write(String customer, Offer offer) throws IOException {
        deployed.files().write(customer, file(customer, offer));
    }

    /** Lets faults come. */
    void meet(String... faults) throws IOException {
        Files.write(deployed.faults(), List.of(faults));
    }

    Cdk.Run deployAndFail() throws IOException, InterruptedException {
        return deployed.cdk().deploy(deployed.assembly()).failed();
    }

    StackStatus status(String region, String stack) {
        return deployed.view()
                .of(Accounts.ELEMENTARY, Region.parse(region))
                .stack(stack)
                .stackStatus();
    }

    /** As docs/operations.md says. */
    void unprotect(String region, String stack) throws IOException {
        assertThat(status(region, stack)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        new Commands(deployed.clients(), Accounts.ELEMENTARY)
                .run(Commands.below("A first deployment that failed", 0), Map.of("region", region, "stack", stack));
    }

    /** Since the last fault was survived. */
    List<String> changes() {
        return state.changesTo(deployed.state());
    }

    /** Deploys once more, and finds the customer as the one of control, and everybody else as before. */
    void converges(String customer) throws IOException, InterruptedException {
        deployed.deploy();
        WorldState after = deployed.state();
        assertThat(state.changesTo(after)).isEqualTo(asIfUndisturbed(customer, undisturbed.stream()));
        assertThat(after.moduloIds().stream().filter(fact -> fact.contains(customer)))
                .hasSizeGreaterThan(20)
                .containsExactlyElementsOf(
                        asIfUndisturbed(customer, after.moduloIds().stream().filter(fact -> fact.contains("control"))));
        state = after;
        survived++;
    }

    private List<String> asIfUndisturbed(String customer, Stream<String> ofControl) {
        return ofControl
                .map(line -> line.replace("control", customer)
                        .replace(CONTROL.serviceId(), offer(customer).serviceId()))
                .sorted()
                .toList();
    }

    /** A fault was survived that a test judges by itself. */
    void survives() {
        state = deployed.state();
        survived++;
    }

    int survived() {
        return survived;
    }

    void close() throws IOException {
        deployed.close();
    }
}
