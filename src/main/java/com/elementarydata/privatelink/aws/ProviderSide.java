package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * What AWS says of a provider's side.
 *
 * @param access with the provider's credentials
 */
public record ProviderSide(AwsAccess access) {

    /** Reads everything about a service; nothing where the account has no such service. */
    public Optional<ProviderFacts> read(EndpointServiceName service) {
        Region region = service.region();
        try (Ec2Client ec2 = access.ec2(region);
                ElasticLoadBalancingV2Client loadBalancing = access.loadBalancing(region)) {
            return new ProviderReader(ec2, loadBalancing, new EndpointServiceConnections(access, region)).read(service);
        }
    }
}
