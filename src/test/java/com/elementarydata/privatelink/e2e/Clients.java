package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** SDK clients of any account in any Region of a local AWS, each made once. */
final class Clients implements AutoCloseable {

    private record Key(Class<?> service, AccountId account, Region region) {}

    private final LocalAws aws;
    private final Map<Key, SdkAutoCloseable> made = new ConcurrentHashMap<>();

    Clients(LocalAws aws) {
        this.aws = aws;
    }

    LocalAws aws() {
        return aws;
    }

    Ec2Client ec2(AccountId account, Region region) {
        return once(Ec2Client.class, account, region, () -> aws.as(account).client(region, Ec2Client.builder()));
    }

    ElasticLoadBalancingV2Client loadBalancing(AccountId account, Region region) {
        return once(
                ElasticLoadBalancingV2Client.class,
                account,
                region,
                () -> aws.as(account).client(region, ElasticLoadBalancingV2Client.builder()));
    }

    CloudFormationClient cloudFormation(AccountId account, Region region) {
        return once(
                CloudFormationClient.class,
                account,
                region,
                () -> aws.as(account).client(region, CloudFormationClient.builder()));
    }

    ServiceQuotasClient quotas(AccountId account, Region region) {
        return once(
                ServiceQuotasClient.class,
                account,
                region,
                () -> aws.as(account).client(region, ServiceQuotasClient.builder()));
    }

    /** Route 53 is one for all Regions. */
    Route53Client route53(AccountId account) {
        Region anywhere = Accounts.PRODUCTION_REGION;
        return once(
                Route53Client.class,
                account,
                anywhere,
                () -> aws.as(account).client(anywhere, Route53Client.builder()));
    }

    private <C extends SdkAutoCloseable> C once(
            Class<C> service, AccountId account, Region region, Supplier<C> client) {
        return service.cast(made.computeIfAbsent(new Key(service, account, region), absent -> client.get()));
    }

    @Override
    public void close() {
        made.values().forEach(SdkAutoCloseable::close);
    }
}
