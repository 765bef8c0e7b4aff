package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.net.URI;
import java.time.Duration;
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
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Which credentials and endpoint AWS is asked with. Whoever gets a client from it closes it.
 *
 * @param credentials whose
 * @param endpoint where, unless it is AWS itself
 * @param calls the calls of all its clients
 * @param silence how long all its clients together wait for any answer
 */
public record AwsAccess(
        AwsCredentialsProvider credentials, Optional<URI> endpoint, ApiCalls calls, SilenceLimit silence) {

    /** Throttled calls wait longer and longer, and slow all others of their client down. */
    private static final int ATTEMPTS = 8;

    /** What was not reached is asked for again at once: the network comes back within a moment, or not at all. */
    private static final BackoffStrategy AGAIN =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(1));

    /** How long AWS may leave everything without an answer, unless somebody says otherwise. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    static final List<Permission> OWN = Permission.of("sts", "GetCallerIdentity");

    /** Whatever the environment, the configuration files or the instance say, as AWS's own command line finds them. */
    public static AwsAccess ofTheEnvironment() {
        return of(DefaultCredentialsProvider.builder().build(), Optional.empty());
    }

    /** A profile of the configuration files, whatever the environment says. */
    public static AwsAccess ofProfile(String name) {
        return of(ProfileCredentialsProvider.create(name), Optional.empty());
    }

    /** An account of a local AWS. */
    public static AwsAccess local(URI endpoint, AccountId account) {
        return of(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(localAccessKey(account), "local")),
                Optional.of(endpoint));
    }

    private static AwsAccess of(AwsCredentialsProvider credentials, Optional<URI> endpoint) {
        return new AwsAccess(credentials, endpoint, new ApiCalls(), new SilenceLimit(PATIENCE));
    }

    /** The same, but with another patience. */
    public AwsAccess waitingFor(Duration patience) {
        return new AwsAccess(credentials, endpoint, calls, new SilenceLimit(patience));
    }

    /** The access key of an account of a local AWS, which takes any that names its account. */
    public static String localAccessKey(AccountId account) {
        return "LOCALAWS" + account;
    }

    /** The account that the credentials are of. */
    public AccountId account(Region region) {
        return ask(
                region,
                StsClient.builder(),
                sts -> AccountId.parse(sts.getCallerIdentity().account()));
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
            return ForeignAnswerException.unless(region, () -> question.apply(client));
        }
    }

    /** A client of any service in a Region. Route 53 is the same in all Regions of a partition. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(Region region, B builder) {
        builder.region(software.amazon.awssdk.regions.Region.of(region.code()))
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        options -> options.retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                                        .maxAttempts(ATTEMPTS)
                                        .backoffStrategy(AGAIN)
                                        .build())
                                // a call that is throttled is answered, however often
                                .apiCallAttemptTimeout(atLeastASecond(silence.left()))
                                .addExecutionInterceptor(calls)
                                .addExecutionInterceptor(new ForeignAnswers())
                                // the last one sees an answer first
                                .addExecutionInterceptor(silence))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** The SDK takes none for no limit. */
    private static Duration atLeastASecond(Duration left) {
        return left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
    }
}
