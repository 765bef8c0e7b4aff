package com.elementarydata.privatelink.operation.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.cli.Main;
import com.elementarydata.privatelink.cli.render.PathPicture;
import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Checks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** What a diagnosis names in worlds that were recorded and changed; {@code DiagnoseIT} has those on the local AWS. */
public class RecordedWorldsTest {

    private static final int WIDTH = 80;

    @TempDir
    private Path folder;

    static List<RecordedWorld> broken() {
        return BrokenWorlds.all();
    }

    static List<RecordedWorld> healthy() {
        return HealthyWorlds.all();
    }

    static List<RecordedWorld> unseen() {
        return UnseenWorlds.all();
    }

    public static Stream<RecordedWorld> all() {
        return Stream.concat(broken().stream(), healthy().stream());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_broken_is_named_with_who_must_act(RecordedWorld world) throws Exception {
        PathDiagnosis diagnosis = world.diagnose(folder);

        assertThat(RecordedWorld.nameOf(diagnosis))
                .as("%s", diagnosis.blamed().toList())
                .isEqualTo(world.named());
        assertThat(diagnosis.blamed()).allSatisfy(finding -> {
            assertThat(finding.remedy()).isNotEmpty();
            assertThat(finding.party()).isNotEqualTo(Party.NOBODY);
        });
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void what_works_is_not_blamed(RecordedWorld world) throws Exception {
        PathDiagnosis diagnosis = world.diagnose(folder);

        assertThat(diagnosis.blamed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void what_cannot_be_judged_is_unknown_and_not_fine(RecordedWorld world) throws Exception {
        PathDiagnosis diagnosis = world.diagnose(folder);

        assertThat(diagnosis.blamed()).isEmpty();
        assertThat(diagnosis.unjudged()).extracting(Finding::code).containsExactly(world.named());
        assertThat(new PathPicture(diagnosis, Screen.plain(80)).lines())
                .contains("No broken link was found, but 1 could not be judged; why is beside each.");
    }

    @Test
    void an_answer_that_was_refused_leaves_its_hop_unknown_and_no_other() throws Exception {
        RecordedWorld world = RecordedWorld.of(
                "refused", BrokenWorlds.GIT, "nothing", RecordedWorld.refuse(BrokenWorlds.ABROAD + "/networkAcls"));

        assertThat(world.diagnose(folder).findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNKNOWN)
                .extracting(Finding::code)
                .containsExactly("PD308", "PD501");
    }

    @Test
    void a_route_that_is_wider_than_the_missing_one_stays() throws Exception {
        assertThat(NetworkWorlds.WIDER_THERE.diagnose(folder).blamed())
                .extracting(Finding::found, Finding::commands)
                .containsExactly(tuple(
                        "rtb-0a1b2c3d4e5f60711 has no route to 10.64.32.0/20, so it goes to tgw-1 (10.0.0.0/8)",
                        List.of("aws ec2 create-route --region eu-central-1 --route-table-id rtb-0a1b2c3d4e5f60711"
                                + " --destination-cidr-block 10.64.32.0/20"
                                + " --vpc-peering-connection-id pcx-71e614087416967f6")));
        assertThat(NetworkWorlds.WIDER_BACK.diagnose(folder).blamed())
                .extracting(Finding::found, Finding::commands)
                .containsExactly(tuple(
                        "rtb-5d16f4baf64b0e00d has no route to 10.0.1.0/24, so it goes to tgw-1 (10.0.0.0/8)",
                        List.of("aws ec2 create-route --region eu-west-1 --route-table-id rtb-5d16f4baf64b0e00d"
                                + " --destination-cidr-block 10.0.1.0/24"
                                + " --vpc-peering-connection-id pcx-71e614087416967f6")));
    }

    @Test
    void all_hops_are_judged_after_the_first_broken_one() throws Exception {
        RecordedWorld two = broken().stream()
                .filter(world -> world.words().startsWith("two faults"))
                .findFirst()
                .orElseThrow();

        assertThat(two.diagnose(folder).blamed()).extracting(Finding::code).containsExactly("PD305", "PD404");
    }

    @Test
    void every_hop_is_broken_in_some_world() throws Exception {
        Set<String> codes = new TreeSet<>();
        for (RecordedWorld world : broken()) {
            codes.add(world.code());
        }

        // nobody is blamed for drift alone, nor for what cannot be seen; quotas, zones and new names are no hops
        assertThat(Checks.of(PathCheck.class).map(Check::code))
                .filteredOn(code -> !codes.contains(code))
                .containsExactly("PD109", "PD110", "PD111", "PD208", "PD209", "PD501");
    }

    @Test
    void there_are_enough_worlds() {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(healthy()).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("all")
    void the_picture_fits_a_terminal(RecordedWorld world) throws Exception {
        List<String> lines = new PathPicture(world.diagnose(folder), Screen.plain(80)).lines();

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    }

    @Test
    void the_picture_has_colours_only_where_they_are_wanted() throws Exception {
        PathDiagnosis diagnosis = broken().get(0).diagnose(folder);

        assertThat(String.join("\n", new PathPicture(diagnosis, Screen.plain(80)).lines()))
                .doesNotContain("\u001b");
        assertThat(String.join("\n", new PathPicture(diagnosis, new Screen(80, Ansi.ON)).lines()))
                .contains("\u001b");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("broken")
    void a_replay_ends_with_the_same_link(RecordedWorld world) throws IOException {
        Path bundle = world.write(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = Main.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "diagnose",
                "--replay",
                bundle.toString());

        assertThat(exitCode).as(err.toString(UTF_8)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("First broken link: " + world.code());
        assertThat(err.toString(UTF_8)).isEmpty();
    }
}
