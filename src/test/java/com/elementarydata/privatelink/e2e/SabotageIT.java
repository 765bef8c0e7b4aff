package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.net.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walk that finds every path whole must find every way to break one, or it would prove nothing. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SabotageIT {

    private final E2eFleet deployed;
    private final Scene scene;
    private int found;

    SabotageIT(Figures figures) throws IOException, InterruptedException {
        Path folder = E2eFleet.emptyFolder("sabotage");
        FleetCopy example = FleetCopy.in(folder.resolve("example"));
        FleetCopy files = FleetCopy.withoutCustomers(folder);
        files.write("birch", example.read("birch"));
        files.write("dogwood", example.read("dogwood"));
        deployed = E2eFleet.start(files, folder);
        deployed.allocate();
        figures.time("deploy what is sabotaged", deployed::deploy);
        deployed.acceptAll();
        scene = new Scene(
                deployed,
                deployed.fleet()
                        .connections()
                        .filter(owned -> owned.customer().id().value().value().equals("dogwood"))
                        .findFirst()
                        .orElseThrow(),
                deployed.fleet().network().production().clientCidrs().get(0),
                Port.of(443));
    }

    static List<Sabotage> sabotages() {
        return Stream.of(NameSabotages.all(), ProviderSabotages.all(), NetworkSabotages.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sabotages")
    void is_found_at_its_hop_and_leads_to_the_target_again_when_it_is_mended(Sabotage sabotage) {
        assertThat(scene.walk()).isEqualTo(Verdict.PASSES);

        Sabotage.Undo undo = sabotage.act().on(scene);
        Verdict verdict = scene.walk();
        undo.run();

        assertThat(verdict.brokenAt()).as(verdict.words()).isEqualTo(Optional.of(sabotage.foundAt()));
        assertThat(scene.walk()).isEqualTo(Verdict.PASSES);
        found++;
    }

    @AfterAll
    void stop(Figures figures) throws IOException {
        figures.add("%d of %d sabotages found".formatted(found, sabotages().size()));
        deployed.close();
    }
}
