package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.integration.Key.Form;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Databricks workspace on AWS.
 *
 * @see <a href="https://docs.databricks.com/aws/en/security/network/front-end/front-end-private-connect">Inbound
 *     PrivateLink</a>
 */
public final class Databricks {

    /**
     * The first labels of hosts that all customers use: the front end of each Region, sign-in and the account console.
     */
    private static final String SHARED_HOSTS = Stream.concat(
                    Stream.of("accounts", "community", "login"), DatabricksFrontEnds.labels().stream())
            .sorted()
            .collect(Collectors.joining("|"));

    private static final Key WORKSPACE_URL = new Key(
            "workspaceUrl",
            Form.TEXT,
            """
            {
              "type": "string",
              "description": "The URL of the Databricks workspace, such as https://dbc-1a2b3c4d-5e6f.cloud.databricks.com."
            }""",
            Keys.option(
                    "--workspace-url",
                    "URL",
                    "the URL of the workspace, such as https://dbc-1a2b3c4d-5e6f.cloud.databricks.com",
                    "https://dbc-1a2b3c4d-5e6f.cloud.databricks.com",
                    url -> {}));

    /** The integration {@code databricks}. */
    public static final Integration INTEGRATION = Facts.named("databricks", "Databricks")
            .addedAs("a Databricks workspace, prepared until Databricks has registered it", "lakehouse")
            .acceptedBy(Acceptance.REGISTRATION)
            .requires(Keys.REGION.asked("the Region of the workspace, such as us-east-1", "us-east-1"), WORKSPACE_URL)
            .allows(Keys.AWS_ACCOUNT_ID)
            .ports(443)
            .sharedDomains("azuredatabricks.net", "databricks.com")
            .namesOfOneCustomer("(?!(%s)\\.)[a-z0-9-]+\\.cloud\\.databricks\\.com".formatted(SHARED_HOSTS))
            .expectsInPublic(DatabricksFrontEnds::surprise)
            .neverAcrossRegions()
            .derives(
                    "the Region's workspace service (a catalogue; `databricksServices` in `network.yaml` overrides it),"
                            + " the workspace's host, port 443")
            .build();

    private Databricks() {}
}
