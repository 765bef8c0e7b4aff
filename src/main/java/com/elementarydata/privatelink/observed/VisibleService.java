package com.elementarydata.privatelink.observed;

import java.util.List;

/**
 * An endpoint service as a consumer sees it.
 *
 * @param name its whole name
 * @param owner the account that it belongs to
 * @param zones the AZ IDs that it is in; none where it is in another Region
 */
public record VisibleService(String name, String owner, List<String> zones) {}
