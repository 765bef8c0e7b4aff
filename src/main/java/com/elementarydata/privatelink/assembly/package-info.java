/**
 * Cloud assemblies that are kept, so that the CDK app need not make one twice from the same files. Without this room every
 * synthesis is a full one, and gives the same.
 */
@NullMarked
package com.elementarydata.privatelink.assembly;

import org.jspecify.annotations.NullMarked;
