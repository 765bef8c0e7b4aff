package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/**
 * The endpoint services of a Region that an account sees.
 *
 * @param ec2 with the credentials of who wants to connect
 */
public record EndpointServices(Ec2Client ec2) {

    private static final String NOT_VISIBLE = "InvalidServiceName";

    /** The account that owns a service; none where the service does not exist, or does not show itself. */
    public Optional<AccountId> owner(EndpointServiceName service) {
        try {
            return ec2
                    .describeVpcEndpointServices(request -> request.serviceNames(service.toString()))
                    .serviceDetails()
                    .stream()
                    .map(detail -> AccountId.parse(detail.owner()))
                    .findFirst();
        } catch (Ec2Exception refusal) {
            if (refusal.awsErrorDetails().errorCode().equals(NOT_VISIBLE)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
