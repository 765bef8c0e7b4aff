package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * With whose credentials AWS is asked, and where it is.
 *
 * @param credentials whose
 * @param endpoint where, unless it is AWS itself
 */
public record AwsAccess(AwsCredentialsProvider credentials, Optional<URI> endpoint) {

    /** Whatever the environment, the configuration files or the instance say, as AWS's own command line finds them. */
    public static AwsAccess ofTheEnvironment() {
        return new AwsAccess(DefaultCredentialsProvider.builder().build(), Optional.empty());
    }

    /** An account of a local AWS. */
    public static AwsAccess local(URI endpoint, AccountId account) {
        return new AwsAccess(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(localAccessKey(account), "local")),
                Optional.of(endpoint));
    }

    /** The access key of an account of a local AWS, which takes any that names its account. */
    public static String localAccessKey(AccountId account) {
        return "LOCALAWS" + account;
    }

    /** EC2 in a Region; whoever asks for it closes it. */
    public Ec2Client ec2(Region region) {
        return in(region, Ec2Client.builder()).build();
    }

    /** Elastic Load Balancing in a Region; whoever asks for it closes it. */
    public ElasticLoadBalancingV2Client loadBalancing(Region region) {
        return in(region, ElasticLoadBalancingV2Client.builder()).build();
    }

    /** Leads the client of any service there. */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B in(Region region, B client) {
        client.region(software.amazon.awssdk.regions.Region.of(region.code()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(client::endpointOverride);
        return client;
    }
}
