package com.elementarydata.privatelink.model;

/**
 * A security group that a stack took over. A VPC has no second group of its name, so none can be made by mistake.
 *
 * @param id {@code sg-…}
 * @param name its name, which never changes
 * @param description its description, which never changes
 */
public record ImportedGroup(String id, String name, String description) {}
