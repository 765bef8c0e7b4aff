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

    static final List<Permission> OWN = Permission.of("sts", "GetCallerIdentity");

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

    /** The account that the credentials are of. */
    public AccountId account(Region region) {
        return AccountId.parse(
                ask(region, StsClient.builder(), sts -> sts.getCallerIdentity().account()));
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

    /** Asks a service of a Region with a client, and closes it. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable, T> T ask(
            Region region, B builder, Function<C, T> question) {
        try (C client = client(region, builder)) {
            return question.apply(client);
        }
    }

    /** A client of any service in a Region. Route 53 is the same in all Regions of a partition. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(Region region, B builder) {
        builder.region(software.amazon.awssdk.regions.Region.of(region.code()))
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        options -> options.retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                                        .maxAttempts(ATTEMPTS)
                                        .build())
                                .addExecutionInterceptor(calls))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
