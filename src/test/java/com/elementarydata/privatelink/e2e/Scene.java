package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * One connection with all that is on its way, for whoever wants to break it.
 *
 * @param deployed where
 * @param owned the connection
 * @param client where packets come from
 * @param port where they go
 */
record Scene(E2eFleet deployed, CustomerConnection owned, Cidr client, Port port) {

    Verdict walk() {
        return new PacketPath(deployed.view(), production(), owned).walk(client, port);
    }

    Production production() {
        return deployed.fleet().network().production();
    }

    Connection connection() {
        return owned.connection();
    }

    Region endpointRegion() {
        return connection().endpointRegion(production());
    }

    AccountId provider() {
        return Accounts.providerOf(connection());
    }

    RegionView home() {
        return deployed.view().of(Accounts.ELEMENTARY, production().region());
    }

    RegionView abroad() {
        return deployed.view().of(Accounts.ELEMENTARY, endpointRegion());
    }

    Ec2Client homeEc2() {
        return deployed.clients().ec2(Accounts.ELEMENTARY, production().region());
    }

    Ec2Client abroadEc2() {
        return deployed.clients().ec2(Accounts.ELEMENTARY, endpointRegion());
    }

    Ec2Client providerEc2() {
        return deployed.clients().ec2(provider(), connection().serviceRegion());
    }

    ElasticLoadBalancingV2Client providerElb() {
        return deployed.clients().loadBalancing(provider(), connection().serviceRegion());
    }

    Route53Client route53() {
        return deployed.clients().route53(Accounts.ELEMENTARY);
    }

    Subnet clientSubnet() {
        return home().subnets().stream()
                .filter(subnet -> subnet.cidrBlock().equals(client.toString()))
                .findFirst()
                .orElseThrow();
    }

    RouteTable clientTable() {
        return tableOf(home(), clientSubnet().subnetId());
    }

    VpcEndpoint endpoint() {
        String stack = StackNames.customer(owned.customer().id().value(), endpointRegion());
        return abroad().endpoint(abroad().output(
                        stack, OutputNames.endpointId(connection().id().value())));
    }

    Subnet endpointSubnet() {
        return abroad().subnet(endpoint().subnetIds().get(0));
    }

    RouteTable endpointTable() {
        return tableOf(abroad(), endpointSubnet().subnetId());
    }

    String tableOfEndpoint(String subnet) {
        return tableOf(abroad(), subnet).routeTableId();
    }

    String endpointGroup() {
        return endpoint().groups().get(0).groupId();
    }

    private static RouteTable tableOf(RegionView region, String subnet) {
        return region.routeTables().stream()
                .filter(table ->
                        table.associations().stream().anyMatch(association -> subnet.equals(association.subnetId())))
                .findFirst()
                .orElseThrow();
    }

    String regionalCidr() {
        return Objects.requireNonNull(deployed.fleet().ledger().regions().get(endpointRegion()))
                .cidr()
                .value()
                .toString();
    }

    /** The peering of the endpoint's Region. */
    String peering() {
        return abroad().output(StackNames.region(endpointRegion()), OutputNames.PEERING_CONNECTION_ID);
    }

    ServiceConfiguration service() {
        return deployed.view().of(provider(), connection().serviceRegion()).services().stream()
                .filter(service -> service.serviceName()
                        .equals(connection().address().serviceName().value().toString()))
                .findFirst()
                .orElseThrow();
    }

    LoadBalancer balancer() {
        return new LoadBalancers(providerElb())
                .balancer(service().networkLoadBalancerArns().get(0));
    }

    Listener listener() {
        return new LoadBalancers(providerElb())
                .listeners(balancer().loadBalancerArn()).stream()
                        .filter(candidate -> candidate.port() == port.number())
                        .findFirst()
                        .orElseThrow();
    }

    IpPermission rule(String cidr) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port.number())
                .toPort(port.number())
                .ipRanges(IpRange.builder().cidrIp(cidr).build())
                .build();
    }
}
