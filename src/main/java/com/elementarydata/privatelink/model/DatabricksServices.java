package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The workspace endpoint services of Databricks, one per Region: a catalogue with the source and date of each row, and
 * the overrides of {@code network.yaml}.
 *
 * @see <a href="https://docs.databricks.com/aws/en/resources/ip-domain-region#privatelink-vpc-endpoint-services">PrivateLink
 *     VPC endpoint services</a>
 */
public final class DatabricksServices {

    private static final String CATALOGUE = "databricks-services.csv";

    private final SortedMap<Region, EndpointServiceName> byRegion;

    private DatabricksServices(SortedMap<Region, EndpointServiceName> byRegion) {
        this.byRegion = Collections.unmodifiableSortedMap(byRegion);
    }

    /** The catalogue that ships with this version. */
    public static DatabricksServices catalogue() {
        SortedMap<Region, EndpointServiceName> byRegion = new TreeMap<>();
        read().lines().skip(1).map(row -> List.of(row.split(",", 3))).forEach(row -> {
            Region region = Region.parse(row.get(0));
            byRegion.put(region, new EndpointServiceName(region, "vpce-svc-" + row.get(1)));
        });
        return new DatabricksServices(byRegion);
    }

    /** The same catalogue with some Regions' services replaced or added. */
    public DatabricksServices overriddenBy(Map<Region, EndpointServiceName> overrides) {
        SortedMap<Region, EndpointServiceName> all = new TreeMap<>(byRegion);
        all.putAll(overrides);
        return new DatabricksServices(all);
    }

    /** The workspace service of a Region, where Databricks has one. */
    public Optional<EndpointServiceName> in(Region region) {
        return Optional.ofNullable(byRegion.get(region));
    }

    private static String read() {
        try (InputStream catalogue = Objects.requireNonNull(DatabricksServices.class.getResourceAsStream(CATALOGUE))) {
            return new String(catalogue.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
