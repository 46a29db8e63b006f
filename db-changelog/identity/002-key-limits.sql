--liquibase formatted sql

--changeset weir:identity-003 splitStatements:true endDelimiter:;
-- The limit of one key alone, NULL where there is none. The key of a service acts for nobody but its tenant.
ALTER TABLE identity_api_key
  ADD COLUMN requests_per_minute INT NULL,
  ADD KEY identity_api_key_role (tenant_id, role, created_at),
  ADD CONSTRAINT identity_api_key_rate CHECK (requests_per_minute IS NULL OR requests_per_minute >= 1),
  ADD CONSTRAINT identity_api_key_service CHECK (role <> 'SERVICE' OR (account_id IS NULL AND user_id IS NULL));
