package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.e2e.Verdict.Broken;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * The half of a packet's way that the provider of a service sees: from the acceptance to the target.
 *
 * @param view the state
 * @param connection the connection
 * @param endpoint where it comes in
 * @param endpointRegion the endpoint's Region
 */
record ProviderPath(View view, Connection connection, VpcEndpoint endpoint, Region endpointRegion) {

    void require(Cidr client, Port port) throws Broken {
        ServiceConfiguration service = service();
        requireAccepted(service);
        requireZones(service);
        LoadBalancer balancer =
                loadBalancers().balancer(service.networkLoadBalancerArns().get(0));
        List<SecurityGroup> groups =
                balancer.securityGroups().stream().map(providers()::group).toList();
        Verdict.require(
                groups.stream().anyMatch(group -> NetworkRules.admit(group.ipPermissions(), client, port)),
                Hop.LOAD_BALANCER_INBOUND,
                "no group of %s admits %s on %s",
                balancer.loadBalancerName(),
                client,
                port);
        requireTarget(balancer, groups, port);
    }

    private AccountId provider() {
        return Accounts.providerOf(connection);
    }

    private RegionView providers() {
        return view.of(provider(), connection.serviceRegion());
    }

    private LoadBalancers loadBalancers() {
        return view.loadBalancers(provider(), connection.serviceRegion());
    }

    private ServiceConfiguration service() throws Broken {
        String name = connection.address().serviceName().value().toString();
        Verdict.require(
                endpoint.serviceName().equals(name), Hop.SERVICE, "the endpoint is for %s", endpoint.serviceName());
        ServiceConfiguration service = providers().services().stream()
                .filter(candidate -> candidate.serviceName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Broken(Hop.SERVICE, provider() + " has no service " + name));
        Verdict.require(service.hasNetworkLoadBalancerArns(), Hop.SERVICE, "%s has no load balancer", name);
        return service;
    }

    private void requireAccepted(ServiceConfiguration service) throws Broken {
        String state = providers().connections().stream()
                .filter(candidate -> candidate.serviceId().equals(service.serviceId())
                        && candidate.vpcEndpointId().equals(endpoint.vpcEndpointId())
                        && candidate.vpcEndpointOwner().equals(Accounts.ELEMENTARY.value()))
                .map(candidate -> candidate.vpcEndpointStateAsString())
                .findFirst()
                .orElse("unknown to its provider");
        Verdict.require(
                state.equalsIgnoreCase("available"), Hop.ACCEPTANCE, "%s is %s", endpoint.vpcEndpointId(), state);
    }

    /** From another Region PrivateLink itself chooses the zone. */
    private void requireZones(ServiceConfiguration service) throws Broken {
        if (!endpointRegion.equals(connection.serviceRegion())) {
            return;
        }
        List<String> zones = endpoint.subnetIds().stream()
                .map(view.of(Accounts.ELEMENTARY, endpointRegion)::subnet)
                .map(Subnet::availabilityZone)
                .toList();
        Verdict.require(
                service.availabilityZones().containsAll(zones),
                Hop.ZONES,
                "the endpoint is in %s, the service in %s",
                zones,
                service.availabilityZones());
    }

    private void requireTarget(LoadBalancer balancer, List<SecurityGroup> groups, Port port) throws Broken {
        Listener listener = loadBalancers().listeners(balancer.loadBalancerArn()).stream()
                .filter(candidate -> candidate.port() == port.number())
                .filter(candidate -> candidate.protocolAsString().equals("TCP"))
                .findFirst()
                .orElseThrow(() -> new Broken(
                        Hop.LISTENER, "%s does not listen on %s".formatted(balancer.loadBalancerName(), port)));
        TargetGroup group =
                loadBalancers().targetGroup(listener.defaultActions().get(0).targetGroupArn());
        List<TargetDescription> targets = loadBalancers().targets(group.targetGroupArn());
        Verdict.require(!targets.isEmpty(), Hop.TARGET, "%s has no target", group.targetGroupName());
        for (TargetDescription target : targets) {
            Cidr address = address(group, target);
            Port at = Port.of(Optional.ofNullable(target.port()).orElse(group.port()));
            Verdict.require(
                    groups.stream().anyMatch(out -> NetworkRules.admit(out.ipPermissionsEgress(), address, at)),
                    Hop.LOAD_BALANCER_OUTBOUND,
                    "no group of %s lets %s out on %s",
                    balancer.loadBalancerName(),
                    address,
                    at);
        }
    }

    private Cidr address(TargetGroup group, TargetDescription target) throws Broken {
        if (group.targetTypeAsString().equals("ip")) {
            return Cidr.ofAddress(target.id());
        }
        return Cidr.ofAddress(providers().interfaces().stream()
                .filter(one -> one.attachment() != null
                        && target.id().equals(one.attachment().instanceId()))
                .map(NetworkInterface::privateIpAddress)
                .findFirst()
                .orElseThrow(() -> new Broken(Hop.TARGET, target.id() + " has no interface")));
    }
}
