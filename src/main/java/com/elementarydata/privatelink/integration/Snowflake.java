package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.integration.Key.Form;

/**
 * A Snowflake account on AWS.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_get_privatelink_config">SYSTEM$GET_PRIVATELINK_CONFIG</a>
 */
public final class Snowflake {

    private static final Key PRIVATELINK_CONFIG = new Key(
            "privatelinkConfig",
            Form.PASTED,
            """
            {
              "type": "object",
              "description": "The whole output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG().",
              "additionalProperties": true,
              "minProperties": 1
            }""",
            Keys.option("--config", "FILE", "the output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG()", """
                    {"privatelink-vpce-id": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0", \
                    "privatelink-account-url": "acme.eu-west-1.privatelink.snowflakecomputing.com"}""", config -> {}));

    private static final Key INCLUDE = new Key(
            "include",
            Form.TEXTS,
            """
            {
              "type": "array",
              "description": "Snowflake names beyond the account's and its OCSP responders'.",
              "items": {
                "enum": [
                  "snowsight",
                  "app-service",
                  "duo",
                  "client-redirect"
                ]
              },
              "uniqueItems": true
            }""",
            Keys.option(
                    "--include",
                    "WORD",
                    "more Snowflake names: snowsight, app-service, duo, client-redirect",
                    "snowsight",
                    word -> {}));

    /** The integration {@code snowflake}. */
    public static final Integration INTEGRATION = Facts.named("snowflake", "Snowflake")
            .addedAs("a Snowflake account, prepared until Snowflake has accepted it", "warehouse")
            .acceptedBy(Acceptance.VENDOR_SUPPORT)
            .requires(PRIVATELINK_CONFIG)
            .allows(Keys.REGION.unasked(), INCLUDE)
            .ports(80, 443)
            .sharedDomains("snowflake.app", "snowflake.com", "snowflakecomputing.cn", "snowflakecomputing.com")
            // except for the names that all accounts of a Region share
            .namesOfOneCustomer("(\\*\\.)?(?!((app|ocsp)\\.)?[a-z]{2}(-[a-z]+)+-[0-9](\\.aws)?\\.privatelink\\.)"
                    + "([a-z0-9_-]+\\.)+privatelink\\.(snowflakecomputing\\.com|snowflake\\.app)")
            // private connections have no DNS records but those that customers make
            .expectsInPublic(PublicNames.none("have the customer run SYSTEM$GET_PRIVATELINK_CONFIG() again"))
            .certificateResponders()
            .derives("Region, service, the names of the account and the regionless account and of both OCSP responders,"
                    + " ports 443 and 80; with `include` also `snowsight`, `app-service`, `duo`, `client-redirect`")
            .helpExamples(
                    "bin/privatelink add snowflake acme --config acme.json \\",
                    "  --availability-zone-ids usw2-az1,usw2-az2",
                    "snow sql --format json -q 'SELECT SYSTEM$GET_PRIVATELINK_CONFIG()' |",
                    "  bin/privatelink add snowflake acme --config - --discover")
            .build();

    private Snowflake() {}
}
