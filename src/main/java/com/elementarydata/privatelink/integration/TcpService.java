package com.elementarydata.privatelink.integration;

/** Any TCP service that the customer hosts. */
public final class TcpService {

    /** The form of names of databases hosted by AWS. */
    static final String DATABASES_OF_AWS =
            "[a-z0-9-]+\\.[a-z0-9-]+\\.[a-z0-9-]+\\.(rds|redshift|redshift-serverless)\\.amazonaws\\.com";

    /** The integration {@code service}. */
    public static final Integration INTEGRATION = Facts.named("service", "your TCP service")
            .addedAs("a customer's TCP service, prepared until the customer accepts it", "service")
            .acceptedBy(Acceptance.CUSTOMER)
            .requires(Keys.REGION, Keys.AWS_ACCOUNT_ID, Keys.SERVICE_NAME, Keys.HOSTNAMES, Keys.PORTS)
            // most are databases, in which a pooled connection or a long query is silent for a while
            .idleFor(3600)
            .namesOfOneCustomer(DATABASES_OF_AWS)
            .derives("nothing")
            .build();

    private TcpService() {}
}
