package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a customer's own stack, from a first deployment that fails to the removal. */
@ExtendWith(EndToEnd.class)
class ProviderOperationsIT {

    @Test
    void explore(Figures figures) throws IOException, InterruptedException {
        Path folder = E2eFleet.emptyFolder("provider");
        FleetCopy files = FleetCopy.withoutCustomers(folder);
        try (E2eFleet deployed = E2eFleet.start(files, folder)) {
            Files.write(
                    deployed.faults(),
                    List.of("fail create GitHubEnterpriseServer/AWS::EC2::VPCEndpointServicePermissions"));
            System.out.println(
                    ExampleWorld.startProvider(deployed, folder).end().failed().said());
            show(deployed);
            System.out.println(
                    ExampleWorld.startProvider(deployed, folder).end().said());
            show(deployed);
            deployed.clients()
                    .cloudFormation(Accounts.MAPLE, Accounts.MAPLE_REGION)
                    .deleteStack(r -> r.stackName(ExampleWorld.PROVIDERS_STACK));
            show(deployed);
        }
    }

    private void show(E2eFleet deployed) {
        RegionView seen = deployed.view().of(Accounts.MAPLE, Accounts.MAPLE_REGION);
        seen.stacks().forEach(stack -> {
            System.out.println("SHOW " + stack.stackName() + " " + stack.stackStatus() + " "
                    + stack.enableTerminationProtection());
            deployed
                    .clients()
                    .cloudFormation(Accounts.MAPLE, Accounts.MAPLE_REGION)
                    .describeStackEvents(r -> r.stackName(stack.stackName()))
                    .stackEvents()
                    .stream()
                    .filter(e -> e.resourceStatusReason() != null)
                    .forEach(e -> System.out.println("EVENT " + e.logicalResourceId() + " " + e.resourceStatus() + " "
                            + e.resourceStatusReason()));
            seen.resources(stack)
                    .forEach(r -> System.out.println("RES " + r.logicalResourceId() + " " + r.physicalResourceId()));
        });
        System.out.println("SHOW " + seen.services());
        System.out.println("SHOW "
                + deployed.view()
                        .loadBalancers(Accounts.MAPLE, Accounts.MAPLE_REGION)
                        .all());
        System.out.println("SHOW " + seen.vpcs());
        System.out.println("SHOW "
                + seen.groups().stream().map(g -> g.groupId() + g.groupName()).toList());
        System.out.println("SHOW "
                + deployed.view()
                        .loadBalancers(Accounts.MAPLE, Accounts.MAPLE_REGION)
                        .targetGroups());
    }
}
