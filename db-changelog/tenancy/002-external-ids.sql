--liquibase formatted sql

--changeset weir:tenancy-002 splitStatements:true endDelimiter:;
-- What the systems of the tenant call the account.
ALTER TABLE tenancy_account
  ADD COLUMN external_id VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD CONSTRAINT uq_tenancy_account_external UNIQUE (tenant_id, external_id),
  ADD CONSTRAINT ck_tenancy_account_external CHECK (external_id IS NULL OR external_id REGEXP '^[A-Za-z0-9._:@-]+$');

-- Grows whenever an account of the tenant is named, suspended or reactivated, so that what is remembered of all its
-- accounts is held against one row.
CREATE TABLE tenancy_account_epoch (
  tenant_id UUID NOT NULL,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (tenant_id),
  CONSTRAINT fk_tenancy_account_epoch_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy_tenant (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE tenancy_account_epoch; ALTER TABLE tenancy_account DROP CONSTRAINT ck_tenancy_account_external, DROP INDEX uq_tenancy_account_external, DROP COLUMN external_id;
