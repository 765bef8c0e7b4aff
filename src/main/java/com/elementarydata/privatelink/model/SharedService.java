package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.EndpointServiceName;

/**
 * An endpoint service of a vendor who serves many customers with it, so that several may connect to it.
 *
 * @param vendor who runs it, such as {@code ClickHouse Cloud}
 * @param serviceName its full name
 * @param source who or what says that it is the vendor's, such as a page of its documentation
 */
public record SharedService(String vendor, Located<EndpointServiceName> serviceName, String source) {}
