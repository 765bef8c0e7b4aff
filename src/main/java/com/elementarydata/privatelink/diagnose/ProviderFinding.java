package com.elementarydata.privatelink.diagnose;

/**
 * What one check of a provider's side came to.
 *
 * @param check the check
 * @param verdict what it came to
 * @param what what was found
 * @param remedy what to do; empty where nothing is to be done
 */
public record ProviderFinding(ProviderCheck check, Verdict verdict, String what, String remedy) {}
