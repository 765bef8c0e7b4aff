package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;

/** AWS that is gone in the middle of a deployment, with all that it knew. */
@ExtendWith(EndToEnd.class)
class LostAwsIT {

    @Test
    void is_said_by_the_cli_and_a_new_one_is_deployed_to_as_if_nothing_had_happened(Figures figures)
            throws IOException, InterruptedException {
        Path folder = E2eFleet.emptyFolder("lost");
        FleetCopy files = FleetCopy.withoutCustomers(folder);
        files.write("acme", file("acme", inIreland("git", 1, "git.acme.example")));
        E2eFleet lost = E2eFleet.start(files, folder);
        lost.allocate();
        Path assembly = lost.assembly();
        Files.write(lost.faults(), List.of("hold create PrivateLink-Customer-acme-eu-west-1/AWS::EC2::VPCEndpoint"));
        Cdk.Running running = lost.cdk().startDeploying(assembly);
        Eventually.holds(() -> lost.view().of(Accounts.ELEMENTARY, Accounts.MAPLE_REGION).stacks().stream()
                .anyMatch(stack -> stack.stackName().equals("PrivateLink-Customer-acme-eu-west-1")));
        // what was deployed before is there to be read
        assertThat(lost.view()
                        .of(Accounts.ELEMENTARY, Accounts.MAPLE_REGION)
                        .output("PrivateLink-Region-eu-west-1", "VpcId"))
                .startsWith("vpc-");

        kill(folder);
        assertThat(running.end().failed().said()).contains("PrivateLink-Customer-acme-eu-west-1");
        assertThatThrownBy(lost::state).isInstanceOf(SdkClientException.class);
        assertThatThrownBy(lost::close).isInstanceOf(IOException.class);

        try (E2eFleet found = E2eFleet.start(files, E2eFleet.emptyFolder("found"))) {
            found.cdk().deploy(assembly).fine();
            found.acceptAll();
            Production production = found.fleet().network().production();
            View view = found.view();
            assertThat(found.fleet().connections())
                    .hasSize(1)
                    .allSatisfy(owned -> assertThat(production.clientCidrs())
                            .allSatisfy((Cidr client) -> assertThat(
                                            new PacketPath(view, production, owned).walk(client, Port.of(443)))
                                    .isEqualTo(Verdict.PASSES)));
        }
        figures.add("1 loss of AWS in the middle of a deployment survived");
    }

    /** The server of one local AWS, as other tests may have others. */
    private static void kill(Path folder) {
        List<ProcessHandle> servers = ProcessHandle.current()
                .descendants()
                .filter(process -> isCalled(process, "local_aws.run") && isCalled(process, folder.toString()))
                .flatMap(ProcessHandle::descendants)
                .filter(process -> isCalled(process, "local_aws.server"))
                .toList();
        assertThat(servers).hasSize(1);
        servers.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isCalled(ProcessHandle process, String what) {
        return process.info().commandLine().orElse("").contains(what);
    }
}
