package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.model.DatabricksServices;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** A Databricks workspace: the Region's workspace service, the workspace's own host. */
record DatabricksReader(DatabricksServices services, Problems problems) implements IntegrationReader {

    private static final String DOMAIN = ".cloud.databricks.com";
    private static final String EXAMPLE = "as in https://dbc-1a2b3c4d-5e6f.cloud.databricks.com";

    @Override
    public Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region) {
        var host = problems.value(connection, "workspaceUrl", ProblemCode.PL212, DatabricksReader::workspaceHost);
        var name = region.flatMap(this::serviceName);
        if (host.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceAddress(name.get(), List.of(host.get()), Databricks.INTEGRATION.ports()));
    }

    private Optional<Located<EndpointServiceName>> serviceName(Located<Region> region) {
        Optional<EndpointServiceName> name = services.in(region.value());
        if (name.isEmpty()) {
            problems.report(
                    region.at(),
                    ProblemCode.PL213,
                    "no Databricks workspace endpoint service is known in \"%s\"".formatted(region),
                    "if Databricks offers one there now, add it to databricksServices in network.yaml");
        }
        return name.map(service -> new Located<>(service, region.at()));
    }

    private static Hostname workspaceHost(String url) {
        String host = host(url);
        if (host.endsWith(".azuredatabricks.net") || host.endsWith(".gcp.databricks.com")) {
            throw new InvalidValueException(
                    "\"%s\" is a workspace on another cloud".formatted(url),
                    "give a workspace on AWS, since AWS PrivateLink reaches no other cloud");
        }
        if (host.endsWith(".databricks.us") || host.endsWith(".databricks.mil")) {
            throw new InvalidValueException(
                    "\"%s\" is a workspace in AWS GovCloud, another partition".formatted(url),
                    "give a workspace in a commercial Region, since AWS PrivateLink does not cross partitions");
        }
        int label = host.length() - DOMAIN.length();
        boolean oneLabel = host.endsWith(DOMAIN) && label > 0 && host.indexOf('.') == label;
        if (!oneLabel) {
            throw new InvalidValueException(
                    "\"%s\" is not the URL of a Databricks workspace".formatted(url), "give it " + EXAMPLE);
        }
        Hostname workspace = Hostname.parseServer(host);
        if (!Databricks.INTEGRATION.isOfOneCustomer(workspace)) {
            throw new InvalidValueException(
                    "\"%s\" is a host that all customers of Databricks use".formatted(url),
                    "give the workspace's own URL, " + EXAMPLE);
        }
        return workspace;
    }

    private static String host(String url) {
        try {
            URI uri = new URI(url);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() == -1
                    && uri.getUserInfo() == null) {
                return uri.getHost();
            }
        } catch (URISyntaxException notAUrl) {
            // refused below like any other text that is not a URL
        }
        throw new InvalidValueException("\"%s\" is not an https URL".formatted(url), "give it " + EXAMPLE);
    }
}
