package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.VisibleService;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;

/**
 * The endpoint services that an account sees from a Region.
 *
 * @param access with the credentials of who wants to connect
 * @param region the Region
 */
public record EndpointServices(AwsAccess access, Region region) {

    private static final String NOT_VISIBLE = "InvalidServiceName";

    static final List<Permission> ASKED = Permission.of("ec2", "DescribeVpcEndpointServices");

    /** A service of any Region; none where it does not exist, or the account is not an allowed principal of it. */
    public Optional<VisibleService> seen(EndpointServiceName service) {
        return ask(ec2 -> detail(ec2, service).map(detail -> visible(detail, detail.availabilityZoneIds())));
    }

    /** The same for a service of this Region, whose zones are known even where AWS names them as this account does. */
    public Optional<VisibleService> find(EndpointServiceName service) {
        return ask(ec2 -> detail(ec2, service).map(detail -> visible(detail, zones(ec2, detail))));
    }

    private <T> T ask(Function<Ec2Client, T> question) {
        return access.ask(region, Ec2Client.builder(), question);
    }

    private static VisibleService visible(ServiceDetail detail, Collection<String> zones) {
        return new VisibleService(
                detail.serviceName(), detail.owner(), zones.stream().sorted().toList());
    }

    private static Optional<ServiceDetail> detail(Ec2Client ec2, EndpointServiceName service) {
        return Asked.unless(
                NOT_VISIBLE,
                "",
                () -> ec2
                        .describeVpcEndpointServices(request -> request.serviceNames(service.toString())
                                .serviceRegions(service.region().code()))
                        .serviceDetails()
                        .stream()
                        .findFirst());
    }

    /** AWS says them by their ids only since a while ago. */
    private static Collection<String> zones(Ec2Client ec2, ServiceDetail detail) {
        return detail.hasAvailabilityZoneIds()
                ? detail.availabilityZoneIds()
                : AvailabilityZones.of(ec2)
                        .filter(zone -> detail.availabilityZones().contains(zone.zoneName()))
                        .map(AvailabilityZone::zoneId)
                        .toList();
    }
}
