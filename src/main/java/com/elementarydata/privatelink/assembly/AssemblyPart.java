package com.elementarydata.privatelink.assembly;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A part of an assembly: a customer's stacks, or those that all share with everything that belongs to no stack.
 *
 * @param said what the app said about the stacks; empty, or with a line break at the end
 * @param artifacts a customer's in the manifest, in their order; those of the shared part are in its file
 * @param files the texts of the files by their names
 */
public record AssemblyPart(String said, Map<String, JsonNode> artifacts, Map<String, String> files) {}
