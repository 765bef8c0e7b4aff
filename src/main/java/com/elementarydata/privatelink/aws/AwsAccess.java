package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Which credentials and endpoint AWS is asked with. Whoever gets a client from it closes it.
 *
 * @param credentials whose
 * @param endpoint where, unless it is AWS itself
 * @param calls the calls of all its clients
 */
public record AwsAccess(AwsCredentialsProvider credentials, Optional<URI> endpoint, ApiCalls calls) {

    /** Throttled calls wait longer and longer, and slow all others of their client down. */
    private static final int ATTEMPTS = 8;

    /** Whatever the environment, the configuration files or the instance say, as AWS's own command line finds them. */
    public static AwsAccess ofTheEnvironment() {
        return new AwsAccess(DefaultCredentialsProvider.builder().build(), Optional.empty(), new ApiCalls());
    }

    /** A profile of the configuration files, whatever the environment says. */
    public static AwsAccess ofProfile(String name) {
        return new AwsAccess(ProfileCredentialsProvider.create(name), Optional.empty(), new ApiCalls());
    }

    /** An account of a local AWS. */
    public static AwsAccess local(URI endpoint, AccountId account) {
        return new AwsAccess(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(localAccessKey(account), "local")),
                Optional.of(endpoint),
                new ApiCalls());
    }

    /** The access key of an account of a local AWS, which takes any that names its account. */
    public static String localAccessKey(AccountId account) {
        return "LOCALAWS" + account;
    }

    /** EC2 in a Region. */
    public Ec2Client ec2(Region region) {
        return in(region, Ec2Client.builder()).build();
    }

    /** Elastic Load Balancing in a Region. */
    public ElasticLoadBalancingV2Client loadBalancing(Region region) {
        return in(region, ElasticLoadBalancingV2Client.builder()).build();
    }

    /** CloudFormation in a Region. */
    public CloudFormationClient cloudFormation(Region region) {
        return in(region, CloudFormationClient.builder()).build();
    }

    /** CloudWatch in a Region. */
    public CloudWatchClient cloudWatch(Region region) {
        return in(region, CloudWatchClient.builder()).build();
    }

    /** Route 53, which is the same in all Regions of a partition. */
    public Route53Client route53(Region region) {
        return in(region, Route53Client.builder()).build();
    }

    /** The Route 53 Resolver of a Region. */
    public Route53ResolverClient resolver(Region region) {
        return in(region, Route53ResolverClient.builder()).build();
    }

    /** The account that the credentials are of. */
    public AccountId account(Region region) {
        try (StsClient sts = in(region, StsClient.builder()).build()) {
            return AccountId.parse(sts.getCallerIdentity().account());
        }
    }

    /** Refuses to ask for anything unless the account is the fleet's: in another one nothing of it is found. */
    public void requireOwn(Network network) {
        AccountId account = account(network.production().region());
        if (!account.equals(network.account())) {
            throw new Refusal(
                    Refusal.Kind.AWS,
                    List.of(
                            "the AWS credentials are for account \"%s\", and %s says \"%s\"; name a profile of that account with --profile"
                                    .formatted(account, network.file(), network.account())));
        }
    }

    /** Asks with a client, and closes it. */
    static <C extends SdkAutoCloseable, T> T ask(C client, Function<C, T> question) {
        try (client) {
            return question.apply(client);
        }
    }

    /** Leads the client of any service there. */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B in(Region region, B client) {
        client.region(software.amazon.awssdk.regions.Region.of(region.code()))
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        options -> options.retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                                        .maxAttempts(ATTEMPTS)
                                        .build())
                                .addExecutionInterceptor(calls))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(client::endpointOverride);
        return client;
    }
}
