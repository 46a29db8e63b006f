/**
 * The words that every module uses: who ({@code TenantId}, {@code AccountId}), how much ({@code Money}), when ({@code
 * Period}), and why not ({@code Refusal}). Depends on nothing but the JDK.
 */
package io.weir.kernel.api;
