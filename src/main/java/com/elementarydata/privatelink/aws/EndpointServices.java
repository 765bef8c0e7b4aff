package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.diagnose.VisibleService;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;

/**
 * The endpoint services that an account sees from a Region.
 *
 * @param ec2 with the credentials of who wants to connect
 */
public record EndpointServices(Ec2Client ec2) {

    private static final String NOT_VISIBLE = "InvalidServiceName";

    /** The account that owns a service of this Region; none where it does not exist, or does not show itself. */
    public Optional<AccountId> owner(EndpointServiceName service) {
        return detail(service).map(detail -> AccountId.parse(detail.owner()));
    }

    /** A service of this Region; none where it does not exist, or does not show itself. */
    public Optional<OfferedService> find(EndpointServiceName service) {
        return detail(service).map(detail -> new OfferedService(AccountId.parse(detail.owner()), zones(detail)));
    }

    /** Whether an endpoint in this Region can reach a service that is in any Region. */
    public boolean reaches(EndpointServiceName service) {
        return detail(service).isPresent();
    }

    /** A service of any Region as a consumer in this one sees it; none where it does not show itself here. */
    Optional<VisibleService> seen(EndpointServiceName service) {
        return detail(service)
                .map(detail -> new VisibleService(
                        detail.serviceName(),
                        detail.owner(),
                        detail.availabilityZoneIds().stream().sorted().toList()));
    }

    private Optional<ServiceDetail> detail(EndpointServiceName service) {
        try {
            return ec2
                    .describeVpcEndpointServices(request -> request.serviceNames(service.toString())
                            .serviceRegions(service.region().code()))
                    .serviceDetails()
                    .stream()
                    .findFirst();
        } catch (Ec2Exception refusal) {
            if (NOT_VISIBLE.equals(refusal.awsErrorDetails().errorCode())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** AWS names zones as this account does, and by their ids only since a while ago. */
    private List<AvailabilityZoneId> zones(ServiceDetail detail) {
        Collection<String> ids = detail.hasAvailabilityZoneIds() ? detail.availabilityZoneIds() : ids(detail);
        return ids.stream().map(AvailabilityZoneId::parse).sorted().toList();
    }

    private List<String> ids(ServiceDetail detail) {
        return ec2.describeAvailabilityZones().availabilityZones().stream()
                .filter(zone -> detail.availabilityZones().contains(zone.zoneName()))
                .map(AvailabilityZone::zoneId)
                .toList();
    }
}
