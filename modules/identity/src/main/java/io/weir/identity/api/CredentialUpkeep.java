package io.weir.identity.api;

/** Keeps identity's tables from growing for ever. Run by a leased job, every hour or so. */
public interface CredentialUpkeep {
    /**
     * Deletes what nobody can use or ask for any more: old sessions, refresh and reset tokens, counts of failed
     * sign-ins.
     */
    void forgetTheDead();
}
