package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.judge.PointedTo;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is beside the path, or at the end of a long one, and must not be taken for it. */
class NeighboursTest {

    private static final String TARGET = "vpce-1.example";

    @TempDir
    private Path folder;

    private Finding about(String connection, Check check, RecordedWorld.Change... changes) throws Exception {
        return RecordedWorld.of("", connection, "", changes).diagnose(folder).findings().stream()
                .filter(finding -> finding.code().equals(check.code()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_table_of_another_vpc_is_none_of_productions() throws Exception {
        assertThat(about(GIT, PathCheck.CLIENT_SUBNETS, set(HOME + "/routeTables/value/2/vpcId", "vpc-1")))
                .returns(Verdict.FAILED, Finding::verdict)
                .satisfies(finding -> assertThat(finding.found())
                        .startsWith("rtb-0a1b2c3d4e5f60711 is not in vpc-0a1b2c3d4e5f60718"));
    }

    @Test
    void routes_of_a_table_that_the_fleet_does_not_write_are_not_stale() throws Exception {
        Finding stale = about(
                GIT,
                PathCheck.STACK_IDS,
                set(BrokenWorlds.REGIONAL_STACK + "/outputs/PeeringConnectionId", "pcx-1"),
                set("/network/routeTableIds", "[\"rtb-0a1b2c3d4e5f60712\"]"));

        assertThat(stale.found())
                .startsWith("rtb-0a1b2c3d4e5f60712 routes to ")
                .doesNotContain("rtb-0a1b2c3d4e5f60711");
    }

    @Test
    void only_a_service_across_regions_may_lack_a_region() throws Exception {
        String services = "/facts/services/com.amazonaws.vpce.%s/value";

        assertThat(about(
                                GIT,
                                PathCheck.ENDPOINT_SERVICE,
                                set(services.formatted("eu-west-1.vpce-svc-0123456789abcdef1"), "[]"))
                        .remedy())
                .endsWith("is not an allowed principal: allow it");
        assertThat(about(
                                "acme/orders",
                                PathCheck.ENDPOINT_SERVICE,
                                set(services.formatted("us-east-2.vpce-svc-0fedcba9876543210"), "[]"))
                        .remedy())
                .endsWith("does not support the endpoint's Region: allow both");
    }

    private static List<String> wrongOfChain(int names) {
        List<ZoneRecord> records = IntStream.rangeClosed(1, names)
                .mapToObj(at ->
                        new ZoneRecord(name(at), "A", List.of(at == names ? TARGET : name(at + 1)), Optional.empty()))
                .toList();
        Zone zone = new Zone("Z1", "acme.example", "743289191656", Reading.of(records));
        PointedTo pointed = new PointedTo(new NameLookup(List.of(zone)), TARGET::equals);
        pointed.judge(name(1));
        return pointed.wrong();
    }

    private static String name(int at) {
        return "n%d.acme.example".formatted(at);
    }

    @Test
    void nine_names_in_a_row_lead_to_an_endpoint_and_more_are_a_loop() {
        assertThat(wrongOfChain(9)).isEmpty();
        assertThat(wrongOfChain(10)).containsExactly("n1.acme.example points to n10.acme.example");
    }
}
