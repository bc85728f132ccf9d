// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

export interface paths {
    "/v1/{tenant_id}/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes
         * @description Lists the volumes of this tenant, the newest first.
         */
        get: operations["hp-block-storage-v1/list-volumes"];
        put?: never;
        /**
         * Create volume
         * @description Creates a volume: an empty one of the given size, a copy of a snapshot or of another volume, or a bootable
         *     one of an image. The answer comes at once, with the volume in status `creating`; it is ready for use when it
         *     is `available`.
         */
        post: operations["hp-block-storage-v1/create-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/volumes/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes details
         * @description Lists the volumes of this tenant, the newest first, with more of each than the plain list: the image of a
         *     bootable volume.
         */
        get: operations["hp-block-storage-v1/list-volumes-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/volumes/{volume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        /**
         * Get volume details
         * @description Gets one volume.
         */
        get: operations["hp-block-storage-v1/get-volume-details"];
        /**
         * Update volume
         * @description Changes the name, the description and the metadata of a volume; metadata is replaced as a whole.
         */
        put: operations["cinder-v1/update-volume"];
        post?: never;
        /**
         * Delete volume
         * @description Deletes a volume that is not in use. The answer comes at once; the volume is gone when it is no longer
         *     found. Its snapshots and backups stay usable (4.5.2, 1).
         */
        delete: operations["hp-block-storage-v1/delete-volume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/volumes/details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes details, by another name
         * @description The same as `volumes/detail`.
         */
        get: operations["cinder-v1/list-volumes-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/volumes/{volume_id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        /**
         * List volume metadata
         * @description Lists the metadata of a volume.
         */
        get: operations["cinder-v1/list-volume-metadata"];
        /**
         * Replace volume metadata
         * @description Sets the metadata of a volume to exactly the items given.
         */
        put: operations["cinder-v1/replace-volume-metadata"];
        /**
         * Update volume metadata
         * @description Sets the items given and leaves those alone that are not.
         */
        post: operations["cinder-v1/update-volume-metadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/volumes/{volume_id}/metadata/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        /**
         * Get volume metadata item
         * @description Gets one item of the metadata of a volume.
         */
        get: operations["cinder-v1/get-volume-metadata-item"];
        /**
         * Set volume metadata item
         * @description Sets one item of the metadata of a volume; its key stands in the path and in the body.
         */
        put: operations["cinder-v1/set-volume-metadata-item"];
        post?: never;
        /**
         * Delete volume metadata item
         * @description Removes one item from the metadata of a volume.
         */
        delete: operations["cinder-v1/delete-volume-metadata-item"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots/details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List snapshots details, by another name
         * @description The same as `snapshots/detail`.
         */
        get: operations["cinder-v1/list-snapshots-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots/{snapshot_id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        /**
         * List snapshot metadata
         * @description Lists the metadata of a snapshot.
         */
        get: operations["cinder-v1/list-snapshot-metadata"];
        /**
         * Replace snapshot metadata
         * @description Sets the metadata of a snapshot to exactly the items given.
         */
        put: operations["cinder-v1/replace-snapshot-metadata"];
        /**
         * Update snapshot metadata
         * @description Sets the items given and leaves those alone that are not.
         */
        post: operations["cinder-v1/update-snapshot-metadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        /**
         * Get snapshot metadata item
         * @description Gets one item of the metadata of a snapshot.
         */
        get: operations["cinder-v1/get-snapshot-metadata-item"];
        /**
         * Set snapshot metadata item
         * @description Sets one item of the metadata of a snapshot; its key stands in the path and in the body.
         */
        put: operations["cinder-v1/set-snapshot-metadata-item"];
        post?: never;
        /**
         * Delete snapshot metadata item
         * @description Removes one item from the metadata of a snapshot.
         */
        delete: operations["cinder-v1/delete-snapshot-metadata-item"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volume snapshots
         * @description Lists the snapshots of this tenant, the newest first.
         */
        get: operations["hp-block-storage-v1/list-snapshots"];
        put?: never;
        /**
         * Create volume snapshot
         * @description Takes a snapshot of a volume, in the zone of that volume. The volume must be `available`, or `force` be
         *     true. The answer comes at once, with the snapshot in status `creating`.
         */
        post: operations["hp-block-storage-v1/create-snapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volume snapshots details
         * @description Lists the snapshots of this tenant, the newest first, with more of each than the plain list: how much of it
         *     is done, and its tenant.
         */
        get: operations["hp-block-storage-v1/list-snapshots-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots/{snapshot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        /**
         * Get volume snapshot details
         * @description Gets one snapshot.
         */
        get: operations["hp-block-storage-v1/get-snapshot-details"];
        /**
         * Update snapshot
         * @description Changes the name and the description of a snapshot.
         */
        put: operations["cinder-v1/update-snapshot"];
        post?: never;
        /**
         * Delete volume snapshot
         * @description Deletes a snapshot. The answer comes at once; the snapshot is gone when it is no longer found. Volumes that
         *     were made of it stay usable (4.5.2).
         */
        delete: operations["hp-block-storage-v1/delete-snapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/backups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volume backups
         * @description Lists the backups of this tenant, the oldest first, with the id and the status of each.
         */
        get: operations["hp-block-storage-v1/list-backups"];
        put?: never;
        /**
         * Create volume backup
         * @description Copies the contents of a volume to object storage of the tenant, in chunks named for the volume, the time
         *     and the backup. The volume must be `available`, and is `backing-up` meanwhile. The answer comes at once,
         *     with the backup in status `creating`; list the backups to see it become `available`.
         */
        post: operations["hp-block-storage-v1/create-backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/backups/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volume backups details
         * @description Lists the backups of this tenant, the oldest first, with all there is to know of each.
         */
        get: operations["hp-block-storage-v1/list-backups-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/backups/{backup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        /**
         * Get volume backup details
         * @description Gets one backup.
         */
        get: operations["hp-block-storage-v1/get-backup-details"];
        put?: never;
        post?: never;
        /**
         * Delete volume backup
         * @description Deletes a backup and its objects. The answer comes at once; list the backups to see it go.
         */
        delete: operations["hp-block-storage-v1/delete-backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/backups/{backup_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup to restore, a number in decimal digits.
                 * @example 2
                 */
                backup_id: components["parameters"]["RestoredBackupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore volume backup
         * @description Copies a backup to a volume: to the given one, whose contents are overwritten, or to a new one. The answer
         *     comes at once. The volume is `restoring-backup` meanwhile, `available` when it is done, and
         *     `error_restoring` when it failed.
         */
        post: operations["hp-block-storage-v1/restore-backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/servers/{server_id}/os-volume_attachments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server.
                 * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
                 */
                server_id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        /**
         * List attached volumes
         * @description Lists the volumes that are attached to the server.
         */
        get: operations["hp-block-storage-v1/list-attached-volumes"];
        put?: never;
        /**
         * Attach a volume
         * @description Attaches a volume to the server. The volume must be `available`; it is `attaching` meanwhile and then `in-use`. Only one server at a time can have it (1).
         */
        post: operations["hp-block-storage-v1/attach-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server.
                 * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
                 */
                server_id: components["parameters"]["ServerId"];
                /**
                 * @description The identifier of the volume that is attached to the server; the attachment has the same.
                 * @example c3b1a45c-9f3a-4226-af72-f38709ab25f2
                 */
                volume_id: components["parameters"]["AttachedVolumeId"];
            };
            cookie?: never;
        };
        /**
         * Get attached volume details
         * @description Gets one attachment of the server.
         */
        get: operations["hp-block-storage-v1/get-attached-volume-details"];
        put?: never;
        post?: never;
        /**
         * Detach a volume
         * @description Detaches a volume from the server. The volume is `detaching` meanwhile and then `available`.
         */
        delete: operations["hp-block-storage-v1/detach-volume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/volumes/{volume_id}/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act on a volume
         * @description Does one thing to a volume, which is named by the only member of the body. More than one member is a malformed
         *     body, and a name that is not below is no action; both are answered with 400. Those that are marked
         *     `x-administrator` are for administrators, who reach the volumes of every tenant.
         */
        post: operations["cinder-v1/act-on-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/snapshots/{snapshot_id}/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act on a snapshot
         * @description Does one thing to a snapshot, which is named by the only member of the body, as with volumes.
         */
        post: operations["cinder-v1/act-on-snapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List versions
         * @description Lists the versions of the compute API, those that are no longer supported among them, with links to where they are.
         */
        get: operations["hp-bock-v1.1/list-versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get version info
         * @description Tells about this version of the compute API: its media types, where it is served and where it is described.
         */
        get: operations["hp-bock-v1.1/get-version-info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/os-volumes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes
         * @description Lists the volumes of this tenant, the newest first.
         */
        get: operations["hp-bock-v1.1/list-volumes"];
        put?: never;
        /**
         * Create new volume
         * @description Creates a volume: an empty one of the given size, a copy of a snapshot, or a bootable one of an image. The answer
         *     comes at once, with the volume in status `creating`; it is ready for use when it is `available`.
         */
        post: operations["hp-bock-v1.1/create-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/os-volumes/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes details
         * @description Lists the volumes of this tenant as the plain list does. No document describes it; the service of the time had it
         *     beside the plain list, and its clients ask for it.
         */
        get: operations["hp-bock-v1.1/list-volumes-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/os-volumes/{volume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4279
                 */
                volume_id: components["parameters"]["VolumeId-2"];
            };
            cookie?: never;
        };
        /**
         * Get volume details
         * @description Gets one volume.
         */
        get: operations["hp-bock-v1.1/get-volume-details"];
        put?: never;
        post?: never;
        /**
         * Delete volume
         * @description Deletes a volume that is not in use. The answer comes at once; the volume is gone when it is no longer found. Its
         *     snapshots stay usable (4.4.4, Business Rules).
         */
        delete: operations["hp-bock-v1.1/delete-volume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server, an integer or any other text.
                 * @example 258315
                 */
                server_id: components["parameters"]["ServerId-2"];
            };
            cookie?: never;
        };
        /**
         * List attached volumes for a server
         * @description Lists the volumes that are attached to the server.
         */
        get: operations["hp-bock-v1.1/list-attached-volumes"];
        put?: never;
        /**
         * Attach volume to a server
         * @description Attaches a volume to the server. The volume must be `available`; it is `in-use` then (1, 2). Only one server at a
         *     time can have it (4).
         */
        post: operations["hp-bock-v1.1/attach-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server, an integer or any other text.
                 * @example 258315
                 */
                server_id: components["parameters"]["ServerId-2"];
                /**
                 * @description The identifier of the volume that is attached to the server; the attachment has the same.
                 * @example 5825
                 */
                volume_id: components["parameters"]["AttachedVolumeId-2"];
            };
            cookie?: never;
        };
        /**
         * Get attached volume details
         * @description Gets one attachment of the server. This version of the document does not describe it; the next one and the service
         *     of the time do.
         */
        get: operations["hp-bock-v1.1/get-attached-volume-details"];
        put?: never;
        post?: never;
        /**
         * Detach volume from a server
         * @description Detaches a volume from the server. The volume must be `in-use`; it is `available` then (3). The answer comes at
         *     once.
         */
        delete: operations["hp-bock-v1.1/detach-volume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/os-snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List snapshots
         * @description Lists the snapshots of this tenant, the newest first.
         */
        get: operations["hp-bock-v1.1/list-snapshots"];
        put?: never;
        /**
         * Create snapshot
         * @description Takes a snapshot of a volume. The answer comes at once, with the snapshot in status `creating`; it can be used when
         *     it is `available`.
         */
        post: operations["hp-bock-v1.1/create-snapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/os-snapshots/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List snapshots details
         * @description Lists the snapshots of this tenant as the plain list does. No document describes it; the service of the time had it
         *     beside the plain list, and its clients ask for it.
         */
        get: operations["hp-bock-v1.1/list-snapshots-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/os-snapshots/{snapshot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4482
                 */
                snapshot_id: components["parameters"]["SnapshotId-2"];
            };
            cookie?: never;
        };
        /**
         * View information about a single snapshot
         * @description Gets one snapshot.
         */
        get: operations["hp-bock-v1.1/get-snapshot-details"];
        put?: never;
        post?: never;
        /**
         * Delete a snapshot
         * @description Deletes a snapshot. The answer comes at once; the snapshot is gone when it is no longer found. Volumes that were made
         *     of it stay usable (4.4.4, Business Rules).
         */
        delete: operations["hp-bock-v1.1/delete-snapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/hp-volume-backups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List backups
         * @description Lists the backups of this tenant, the oldest first, with the id and the status of each.
         */
        get: operations["hp-volume-backup-v1.1/list-backups"];
        put?: never;
        /**
         * Create backup
         * @description Copies the contents of a volume to object storage of the tenant. The volume must be `available`, and is
         *     `backing-up` meanwhile. The answer comes at once, with the backup in status `creating`; list the backups to see
         *     it become `available`.
         */
        post: operations["hp-volume-backup-v1.1/create-backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/hp-volume-backups/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List backups details
         * @description Lists the backups of this tenant, the oldest first, with all there is to know of each.
         */
        get: operations["hp-volume-backup-v1.1/list-backups-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/hp-volume-backups/{backup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        /**
         * Show backup details
         * @description Shows one backup.
         */
        get: operations["hp-volume-backup-v1.1/show-backup-details"];
        put?: never;
        post?: never;
        /**
         * Delete backup
         * @description Deletes a backup, which must be `available` or in `error`, and its objects. The answer comes at once; list the
         *     backups to see it go.
         */
        delete: operations["hp-volume-backup-v1.1/delete-backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/hp-volume-backups/{backup_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore backup
         * @description Copies a backup to a volume: to the given one, whose contents are overwritten, or to a new one. The answer comes
         *     at once. The backup is `restoring` and the volume `restoring-backup` meanwhile; the volume is `available` when it
         *     is done, and `error_restoring` when it failed.
         */
        post: operations["hp-volume-backup-v1.1/restore-backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * List volumes
         * @description Lists the volumes of this tenant, the newest first, with nothing but the id, the name and the links of each.
         */
        get: operations["os-bs-2011/list-volumes"];
        put?: never;
        /**
         * Create volume
         * @description Creates a volume: an empty one of the given size, or one of a backup. The answer comes at once, with the
         *     volume in status `CREATING`; its progress can be followed at the URL in `Location`, which is also its self
         *     link.
         */
        post: operations["os-bs-2011/create-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/volumes/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * List volumes details
         * @description Lists the volumes of this tenant, the newest first, with all details of each.
         */
        get: operations["os-bs-2011/list-volumes-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/volumes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        /**
         * Get volume details
         * @description Gets one volume.
         */
        get: operations["os-bs-2011/get-volume-details"];
        /**
         * Update volume name
         * @description Gives a volume another name. Nothing but the name can be updated; other members are ignored.
         */
        put: operations["os-bs-2011/update-volume-name"];
        post?: never;
        /**
         * Delete volume
         * @description Deletes a volume that is not attached and is `AVAILABLE` or in `ERROR`. The answer comes at once; the volume
         *     is gone when it is no longer found.
         */
        delete: operations["os-bs-2011/delete-volume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        /**
         * List volume metadata
         * @description Lists the metadata of a volume.
         */
        get: operations["os-bs-2011/list-volume-metadata"];
        /**
         * Create or replace volume metadata
         * @description Sets the metadata of a volume to exactly the items given; items that were set before and are not given are
         *     removed.
         */
        put: operations["os-bs-2011/replace-volume-metadata"];
        /**
         * Update volume metadata
         * @description Sets the items given and leaves those alone that are not.
         */
        post: operations["os-bs-2011/update-volume-metadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        /**
         * Get volume metadata item
         * @description Gets one metadata item of a volume by its key.
         */
        get: operations["os-bs-2011/get-volume-metadata-item"];
        /**
         * Create or update volume metadata item
         * @description Sets one metadata item of a volume, be it there already or not. The key in the body is the one in the URL.
         */
        put: operations["os-bs-2011/set-volume-metadata-item"];
        post?: never;
        /**
         * Delete volume metadata item
         * @description Deletes one metadata item of a volume.
         */
        delete: operations["os-bs-2011/delete-volume-metadata-item"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/backups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * List backups
         * @description Lists the backups of this tenant, the oldest first, with nothing but the id, the name and the links of each.
         */
        get: operations["os-bs-2011/list-backups"];
        put?: never;
        /**
         * Create backup
         * @description Makes a backup of a volume. The answer comes at once, with the backup in status `SAVING`; its progress can be
         *     followed at the URL in `Location`, which is also its self link.
         */
        post: operations["os-bs-2011/create-backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/backups/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * List backups details
         * @description Lists the backups of this tenant, the oldest first, with all details of each.
         */
        get: operations["os-bs-2011/list-backups-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/backups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        /**
         * Get backup details
         * @description Gets one backup.
         */
        get: operations["os-bs-2011/get-backup-details"];
        /**
         * Update backup name
         * @description Gives a backup another name. Nothing but the name can be updated; other members are ignored.
         */
        put: operations["os-bs-2011/update-backup-name"];
        post?: never;
        /**
         * Delete backup
         * @description Deletes a backup that is `AVAILABLE` or in `ERROR`. The answer comes at once; the backup is gone when it is no
         *     longer found.
         */
        delete: operations["os-bs-2011/delete-backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        /**
         * List backup metadata
         * @description Lists the metadata of a backup.
         */
        get: operations["os-bs-2011/list-backup-metadata"];
        /**
         * Create or replace backup metadata
         * @description Sets the metadata of a backup to exactly the items given; items that were set before and are not given are
         *     removed.
         */
        put: operations["os-bs-2011/replace-backup-metadata"];
        /**
         * Update backup metadata
         * @description Sets the items given and leaves those alone that are not.
         */
        post: operations["os-bs-2011/update-backup-metadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        /**
         * Get backup metadata item
         * @description Gets one metadata item of a backup by its key.
         */
        get: operations["os-bs-2011/get-backup-metadata-item"];
        /**
         * Create or update backup metadata item
         * @description Sets one metadata item of a backup, be it there already or not. The key in the body is the one in the URL.
         */
        put: operations["os-bs-2011/set-backup-metadata-item"];
        post?: never;
        /**
         * Delete backup metadata item
         * @description Deletes one metadata item of a backup.
         */
        delete: operations["os-bs-2011/delete-backup-metadata-item"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/types": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * List types
         * @description Lists the types that a volume may have.
         */
        get: operations["os-bs-2011/list-types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/OS-BS/types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the type, a UUID.
                 * @example 35e1c8d2-e477-11e0-93ed-4f2505dfa32e
                 */
                id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        /**
         * Get type details
         * @description Gets one type.
         */
        get: operations["os-bs-2011/get-type-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * Query extensions
         * @description Lists the extensions of the Compute API that are served here, this one first.
         */
        get: operations["os-bs-2011/query-extensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        /**
         * List limits
         * @description Lists what a tenant cannot exceed: how many metadata items a volume and a backup may have.
         */
        get: operations["os-bs-2011/list-limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/types": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volume types
         * @description Lists the types that a volume may have, the oldest first. Volumes have the first one that ask for none.
         */
        get: operations["cinder-v1/list-types"];
        put?: never;
        /**
         * Create volume type
         * @description Makes a type. No two have the same name.
         */
        post: operations["cinder-v1/create-type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/types/{type_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
            };
            cookie?: never;
        };
        /**
         * Get volume type
         * @description Gets one type.
         */
        get: operations["cinder-v1/get-type-details"];
        put?: never;
        post?: never;
        /**
         * Delete volume type
         * @description Deletes a type that no volume has. The last one stays, because a volume always has a type.
         */
        delete: operations["cinder-v1/delete-type"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/types/{type_id}/extra_specs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
            };
            cookie?: never;
        };
        /**
         * List extra specs
         * @description Lists what is said of a type.
         */
        get: operations["cinder-v1/list-extra-specs"];
        put?: never;
        /**
         * Set extra specs
         * @description Sets these pairs of a type; others stay.
         */
        post: operations["cinder-v1/set-extra-specs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/types/{type_id}/extra_specs/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
                /**
                 * @description The key of the pair.
                 * @example disks
                 */
                key: components["parameters"]["ExtraSpecKey"];
            };
            cookie?: never;
        };
        /**
         * Get extra spec
         * @description Gets one pair of a type. The body has no wrapper: its one member is the pair.
         */
        get: operations["cinder-v1/get-extra-spec"];
        /**
         * Set extra spec
         * @description Sets one pair of a type. The body has no wrapper, and its key is that of the path.
         */
        put: operations["cinder-v1/set-extra-spec"];
        post?: never;
        /**
         * Delete extra spec
         * @description Deletes one pair of a type.
         */
        delete: operations["cinder-v1/delete-extra-spec"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/os-quota-sets/{quota_tenant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                quota_tenant_id: components["parameters"]["QuotaTenantId"];
            };
            cookie?: never;
        };
        /**
         * Get limits of a tenant
         * @description Tells what a tenant may have, -1 being no limit, and with `usage` what it has. Other tenants than its own are for administrators.
         */
        get: operations["cinder-v1/get-quota-set"];
        /**
         * Set limits of a tenant
         * @description Sets the limits that are given; the others stay. They hold from the next creation on, over those of the settings and of the identity. What is there already stays.
         */
        put: operations["cinder-v1/update-quota-set"];
        post?: never;
        /**
         * Reset limits of a tenant
         * @description Takes back what was set for the tenant: the settings and the identity count again.
         */
        delete: operations["cinder-v1/delete-quota-set"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/os-quota-sets/{quota_tenant_id}/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                quota_tenant_id: components["parameters"]["QuotaTenantId"];
            };
            cookie?: never;
        };
        /**
         * Get default limits
         * @description Tells what a tenant may have that has no limits of its own.
         */
        get: operations["cinder-v1/get-quota-defaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/os-quota-class-sets/{class_name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The class; there is one, `default`.
                 * @example default
                 */
                class_name: components["parameters"]["QuotaClassName"];
            };
            cookie?: never;
        };
        /**
         * Get limits of every tenant
         * @description Tells what a tenant may have that has no limits of its own. The one class is `default`, and every tenant is in it.
         */
        get: operations["cinder-v1/get-quota-class-set"];
        /**
         * Set limits of every tenant
         * @description Sets the limits that are given, for every tenant without one of its own; the others stay.
         */
        put: operations["cinder-v1/update-quota-class-set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List limits
         * @description Lists the limits of the tenant on requests over time and on numbers of things, with what of the latter is used up.
         */
        get: operations["cinder-v1/list-limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/os-availability-zone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List availability zones
         * @description Lists the zones that the operator offers, the one first where volumes go that ask for none.
         */
        get: operations["cinder-v1/list-availability-zones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List extensions
         * @description Lists what this server has of the extensions of Cinder, by alias.
         */
        get: operations["cinder-v1/list-extensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/extensions/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The short name of the extension.
                 * @example os-quota-sets
                 */
                alias: components["parameters"]["ExtensionAlias"];
            };
            cookie?: never;
        };
        /**
         * Get extension
         * @description Gets one extension.
         */
        get: operations["cinder-v1/get-extension"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{tenant_id}/os-services": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List services
         * @description Lists what serves volumes here: this server.
         */
        get: operations["cinder-v1/list-services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get version info of the volume API
         * @description Tells about this version of the volume API - its media types and where it is served. Needs no token. A request with
         *     `X-Auth-User` is the oldest form of login instead, as Cinder answered it where it ran without Keystone: the answer
         *     has a token and the address of the volume service in its headers.
         */
        get: operations["cinderblock/get-volume-version-info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/hp-bootable-volumes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List bootable volumes
         * @description Lists the volumes of this tenant that were made of an image, or of a volume that was, the newest first.
         */
        get: operations["nova/list-bootable-volumes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/hp-bootable-volumes/{volume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4279
                 */
                volume_id: components["parameters"]["VolumeId-2"];
            };
            cookie?: never;
        };
        /**
         * Get bootable volume details
         * @description Gets one of these volumes. Any other volume is not found.
         */
        get: operations["nova/get-bootable-volume-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.1/{tenant_id}/extensions/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The alias of the extension.
                 * @example os-volumes
                 */
                alias: components["parameters"]["ExtensionAlias-2"];
            };
            cookie?: never;
        };
        /**
         * Get extension of the first version
         * @description Gets one of the extensions that are served below `/v1.1`.
         */
        get: operations["nova/get-first-extension"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get version info
         * @description Tells about this version of the compute API: its media types, where it is served and where it is described.
         */
        get: operations["nova/get-version-info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List extensions
         * @description Lists the extensions of the compute API that are served below `/v2`.
         */
        get: operations["nova/list-extensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/extensions/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The alias of the extension.
                 * @example os-volumes
                 */
                alias: components["parameters"]["ExtensionAlias-2"];
            };
            cookie?: never;
        };
        /**
         * Get extension
         * @description Gets one of them.
         */
        get: operations["nova/get-extension"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/os-volumes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes
         * @description Lists the volumes of this tenant, the newest first.
         */
        get: operations["nova/list-volumes"];
        put?: never;
        /**
         * Create volume
         * @description Creates a volume: an empty one of the given size, a copy of a snapshot, or a bootable one of an image. The answer
         *     comes at once, with the volume in status `creating`; it is ready for use when it is `available`.
         */
        post: operations["nova/create-volume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/os-volumes/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List volumes details
         * @description Lists the volumes of this tenant, the newest first.
         *     As the plain list does.
         */
        get: operations["nova/list-volumes-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/os-volumes/{volume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        /**
         * Get volume details
         * @description Gets one volume.
         */
        get: operations["nova/get-volume-details"];
        put?: never;
        post?: never;
        /**
         * Delete volume
         * @description Deletes a volume that is not in use. The answer comes at once; the volume is gone when it is no longer found.
         */
        delete: operations["nova/delete-volume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/os-snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List snapshots
         * @description Lists the snapshots of this tenant, the newest first.
         */
        get: operations["nova/list-snapshots"];
        put?: never;
        /**
         * Create snapshot
         * @description Takes a snapshot of a volume that is `available`, or of one that is `in-use` with `force`.
         */
        post: operations["nova/create-snapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/os-snapshots/detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * List snapshots details
         * @description Lists the snapshots of this tenant, the newest first.
         *     As the plain list does.
         */
        get: operations["nova/list-snapshots-details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{tenant_id}/os-snapshots/{snapshot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        /**
         * Get snapshot details
         * @description Gets one snapshot.
         */
        get: operations["nova/get-snapshot-details"];
        put?: never;
        post?: never;
        /**
         * Delete snapshot
         * @description Deletes a snapshot. The answer comes at once; the snapshot is gone when it is no longer found.
         */
        delete: operations["nova/delete-snapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2.0": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the version of the identity API
         * @description Answers under the path with a slash at its end as well; no token is needed.
         */
        get: operations["identity-v2.0/get-version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2.0/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token
         * @description Gives a token for a name and a password, for an access key and its secret, or for a token that is valid, together
         *     with the catalog of the services that the token is good for. The token is for one tenant: the one that is named
         *     by `tenantId` or `tenantName`, else that of the user. A tenant that the user does not belong to is answered with
         *     401, and so is everything that does not prove who asks; the words do not tell whether a name exists. After several
         *     failures in a row the answer is 413 for a while that grows.
         */
        post: operations["identity-v2.0/authenticate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2.0/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tenants of a user
         * @description Lists the tenants that the user of the token belongs to, the user's own first.
         */
        get: operations["identity-v2.0/list-tenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the version of the identity API
         * @description Answers under the path with a slash at its end as well; no token is needed. It is here that clients look before
         *     they log in.
         */
        get: operations["identity-v3/get-version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what a token is good for
         * @description Describes the token in `X-Subject-Token` if it is valid; `HEAD` tells whether it is. Users ask about tokens of
         *     their own, administrators about any.
         */
        get: operations["identity-v3/validate-token"];
        put?: never;
        /**
         * Get a token
         * @description Gives a token, in the header `X-Subject-Token`, for a name and a password or for a token that is valid, and says
         *     whom it speaks for, until when, and where the services are. The token is for one project, which is what version 2.0
         *     calls a tenant: the one in `scope`, else that of the user, as it is for a user of Keystone with a default project.
         *     There is one domain, `default`, whose name is `Default`; a name without a domain is a name in it. What does not
         *     prove who asks is answered with 401, and so is a scope that the user does not have; the words do not tell whether
         *     a name exists. After several failures in a row, counted together with those of version 2.0, the answer is 413 for
         *     a while that grows.
         */
        post: operations["identity-v3/authenticate"];
        /**
         * Revoke a token
         * @description Ends the token in `X-Subject-Token` before its time. Users revoke tokens of their own, administrators any; a token
         *     that stands in the settings of the server is taken back there.
         */
        delete: operations["identity-v3/revoke-token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects that a token can be had for
         * @description Lists the projects that the user of the token belongs to, the user's own first.
         */
        get: operations["identity-v3/list-auth-projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the catalog of a token
         * @description Tells where the services are for the project of the token, for who had the token without it.
         */
        get: operations["identity-v3/get-auth-catalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of the identity API
         * @description Lists what Keystone lists at its root, for clients that are given an address without a version and choose one by
         *     themselves. It has a path of its own, because the root lists the versions of the compute API (hp-bock-v1.1, 4.4.1).
         */
        get: operations["identity-v3/list-versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the process runs
         * @description Answers as long as the process does, whatever the state of its stores.
         */
        get: operations["cinderblock/healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the service can work
         * @description Answers 200 when requests can be served, 503 when the stores do not answer or the service stops.
         */
        get: operations["cinderblock/readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The server that has the volume. `id` is the id of the volume (4.5.1.1). */
        AttachmentOfVolume: {
            /** @description The device in the server, such as `/dev/vdb`. */
            device: string;
            /** @description The same as `volume_id`. */
            id: string;
            /** @description The server. */
            server_id: string;
            /** @description The volume. */
            volume_id: string;
        };
        /**
         * @description Where the volume is in its life (4.5.1, Status Lifecycle). `deleting` and `error_deleting` are not in the
         *     document: they are the states of a deletion under way and of one that failed. Nor are `uploading`, the state while
         *     an image is made of the volume, and `extending` and `error_extending`, of one that is made larger.
         * @enum {string}
         */
        VolumeStatus: "creating" | "downloading" | "available" | "attaching" | "in-use" | "detaching" | "backing-up" | "restoring-backup" | "extending" | "uploading" | "deleting" | "error" | "error_attaching" | "error_detaching" | "error_restoring" | "error_deleting" | "error_extending";
        /** @description A volume as the plain list and the answer to its creation show it (4.5.1.1, 4.5.1.4). */
        Volume: {
            /** @description Where the volume is attached; a volume has one attachment at most (1). */
            attachments: components["schemas"]["AttachmentOfVolume"][];
            /** @description The zone that the volume is in. */
            availability_zone: string;
            /**
             * @description Whether the volume was made of an image; a word, not a boolean, and absent from XML.
             * @enum {string}
             */
            bootable: "true" | "false";
            /**
             * @description When the volume was created, in UTC to the microsecond. XML has a space in place of the `T`, and no fraction
             *     where it is zero.
             */
            created_at: string;
            /** @description What the user says about the volume. */
            display_description: string | null;
            /** @description What the user calls the volume; names need not differ. */
            display_name: string | null;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description The image that the volume is made of; in the answer to its creation alone, and not in XML. */
            image_id?: string;
            /** @description What the user stored with the volume at its creation (2.2.1). */
            metadata: {
                [key: string]: string;
            };
            /** @description The size in GB, as given at creation and for good (2.2.1). */
            size: number;
            /** @description The snapshot that the volume was made of. */
            snapshot_id: string | null;
            /** @description The volume that the volume is a copy of. */
            source_volid: string | null;
            status: components["schemas"]["VolumeStatus"];
            /** @description Always the word `None`, because types are ignored (4.5.1.4); never null. */
            volume_type: string;
        };
        /** @description The newest first. */
        Volumes: components["schemas"]["Volume"][];
        VolumesBody: {
            volumes: components["schemas"]["Volumes"];
        };
        /** @description The request could not be processed because its syntax is malformed or a value in it is wrong (4.4). */
        BadRequest: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 400;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        BadRequestFault: {
            badRequest: components["schemas"]["BadRequest"];
        };
        /** @description The token is missing, invalid or expired (4.4). */
        Unauthorized: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 401;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        UnauthorizedFault: {
            unauthorized: components["schemas"]["Unauthorized"];
        };
        /** @description The request is valid, but the caller has no rights to the resource (4.4). */
        Forbidden: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 403;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        ForbiddenFault: {
            forbidden: components["schemas"]["Forbidden"];
        };
        /** @description The URL is wrong, or the resource never existed or has been deleted (4.4). */
        ItemNotFound: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 404;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        ItemNotFoundFault: {
            itemNotFound: components["schemas"]["ItemNotFound"];
        };
        /** @description The path exists, but not with this method. */
        BadMethod: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 405;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        BadMethodFault: {
            badMethod: components["schemas"]["BadMethod"];
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant or the size of a body (4.4). */
        OverLimit: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 413;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
            /** @description The seconds of the `Retry-After` header; zero where waiting does not help (4.5.1, Quota Limits). */
            retryAfter?: number;
        };
        OverLimitFault: {
            overLimit: components["schemas"]["OverLimit"];
        };
        /** @description The service failed; try again after a short delay (4.4). */
        ComputeFault: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 500;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        ComputeFaultFault: {
            computeFault: components["schemas"]["ComputeFault"];
        };
        /** @description The service cannot answer now; try again after a short delay (4.4). */
        ServiceUnavailable: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 503;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        ServiceUnavailableFault: {
            serviceUnavailable: components["schemas"]["ServiceUnavailable"];
        };
        /**
         * @description What to create (4.5.1.4). At most one of `imageRef`, `snapshot_id` and `source_volid` may be given; `size` may be
         *     left out with the latter two.
         */
        NewVolume: {
            /** @description The zone to create the volume in. The service has a default, which is used when none is given. */
            availability_zone?: string | null;
            /** @description A description of the volume. */
            display_description?: string | null;
            /** @description A name for the volume. */
            display_name?: string | null;
            /** @description The image to make a bootable volume of; its id, or a URL that ends in it. */
            imageRef?: string | null;
            /** @description Keys and values to store with the volume. */
            metadata?: {
                [key: string]: string;
            } | null;
            /**
             * @description The size in GB, 1 to 2047 (1, 2.2.1), as a number or as its digits. For a volume of a snapshot a larger size
             *     than that of the snapshot is recorded, and a smaller one has no effect (4.5.1, Business Rules).
             */
            size?: (number | null) | string;
            /** @description The snapshot to make a copy of. */
            snapshot_id?: string | null;
            /** @description The volume to make a copy of. */
            source_volid?: string | null;
            /** @description Accepted and ignored. */
            volume_type?: string | null;
        };
        NewVolumeBody: {
            volume: components["schemas"]["NewVolume"];
        };
        VolumeBody: {
            volume: components["schemas"]["Volume"];
        };
        /** @description The body is in a format that the service does not read. */
        BadMediaType: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 415;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        BadMediaTypeFault: {
            badMediaType: components["schemas"]["BadMediaType"];
        };
        /** @description The body of the request is not what the operation takes. */
        Unprocessable: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 422;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        UnprocessableFault: {
            computeFault: components["schemas"]["Unprocessable"];
        };
        /** @description A volume as the detailed list and the look at one volume show it (4.5.1.2, 4.5.1.3). */
        VolumeDetail: components["schemas"]["Volume"] & {
            /** @description The machine that serves the volume. Administrators alone see it. */
            "os-vol-host-attr:host"?: string;
            /** @description The tenant whose volume it is. Administrators alone see it. */
            "os-vol-tenant-attr:tenant_id"?: string;
            /** @description Of which image a bootable volume was made; absent from other volumes (4.5.1.2). */
            volume_image_metadata?: {
                [key: string]: string;
            };
        };
        /** @description The newest first. */
        VolumeDetails: components["schemas"]["VolumeDetail"][];
        VolumeDetailsBody: {
            volumes: components["schemas"]["VolumeDetails"];
        };
        VolumeDetailBody: {
            volume: components["schemas"]["VolumeDetail"];
        };
        /** @description What is left out stays as it is. */
        VolumeUpdate: {
            /** @description What later versions of this API call `display_description`; used where that is left out. */
            description?: string | null;
            /** @description The new description; null removes it. */
            display_description?: string | null;
            /** @description The new name; null removes it. */
            display_name?: string | null;
            /** @description All of the metadata anew. Null is as good as left out. */
            metadata?: {
                [key: string]: string;
            } | null;
            /** @description What later versions of this API call `display_name`; used where that is left out. */
            name?: string | null;
        };
        VolumeUpdateBody: {
            volume: components["schemas"]["VolumeUpdate"];
        };
        /**
         * @description The body that pkgcloud sends, in JSON alone, in the words of later versions of this API. It has a name, a
         *     description, or both.
         */
        UnwrappedUpdate: {
            /** @description The new description; null removes it. */
            description?: string | null;
            /** @description The new name; null removes it. */
            name: string | null;
        } | {
            /** @description The new description; null removes it. */
            description: string | null;
            /** @description The new name; null removes it. */
            name?: string | null;
        };
        /** @description What to change of a volume. Clients of the time send it with a wrapper, one of them without. */
        UpdateVolumeBody: components["schemas"]["VolumeUpdateBody"] | components["schemas"]["UnwrappedUpdate"];
        /** @description Keys and values of 255 bytes at most. */
        CinderMetadata: {
            [key: string]: string;
        };
        CinderMetadataBody: {
            metadata: components["schemas"]["CinderMetadata"];
        };
        /** @description One item; its key is the name of the only member. */
        CinderMeta: {
            [key: string]: string;
        };
        CinderMetaBody: {
            meta: components["schemas"]["CinderMeta"];
        };
        /**
         * @description Where the snapshot is in its life (4.5.2, Status Lifecycle). `deleting` and `error_deleting` are not in the
         *     document: they are the states of a deletion under way and of one that failed.
         * @enum {string}
         */
        SnapshotStatus: "creating" | "available" | "deleting" | "error" | "error_deleting";
        /** @description A snapshot as the plain list and the answer to its creation show it (4.5.2.1, 4.5.2.4). */
        Snapshot: {
            /**
             * @description When the snapshot was created, in UTC to the microsecond. XML has a space in place of the `T`, and no fraction
             *     where it is zero.
             */
            created_at: string;
            /** @description What the user says about the snapshot. */
            display_description: string | null;
            /** @description What the user calls the snapshot; names need not differ. */
            display_name: string | null;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description What the user stored with the snapshot. */
            metadata?: {
                [key: string]: string;
            };
            /** @description The size of the volume in GB when the snapshot was taken. */
            size: number;
            status: components["schemas"]["SnapshotStatus"];
            /** @description The volume that the snapshot was taken from, which may have been deleted since (4.5.2). */
            volume_id: string;
        };
        /** @description A snapshot as the detailed list and the look at one snapshot show it (4.5.2.2, 4.5.2.3). */
        SnapshotDetail: components["schemas"]["Snapshot"] & {
            /** @description How much of the snapshot is done, such as `100%`. */
            "os-extended-snapshot-attributes:progress": string;
            /** @description The tenant that the snapshot belongs to. */
            "os-extended-snapshot-attributes:project_id": string;
        };
        /** @description The newest first. */
        SnapshotDetails: components["schemas"]["SnapshotDetail"][];
        SnapshotDetailsBody: {
            snapshots: components["schemas"]["SnapshotDetails"];
        };
        /** @description The newest first. */
        Snapshots: components["schemas"]["Snapshot"][];
        SnapshotsBody: {
            snapshots: components["schemas"]["Snapshots"];
        };
        /** @description What to take a snapshot of (4.5.2.4). */
        NewSnapshot: {
            /** @description What later versions of this API call `display_description`; used where that is left out. */
            description?: string | null;
            /** @description A description of the snapshot. */
            display_description?: string | null;
            /** @description A name for the snapshot. */
            display_name?: string | null;
            /**
             * @description Whether to take the snapshot even of a volume that is attached (4.5.2, Business Rules). False when it is left
             *     out. The strings that clients of the time send are understood as well: `true`, `yes`, `y`, `1` and `false`,
             *     `no`, `n`, `0`, in capitals or not.
             */
            force?: (boolean | null) | string;
            /** @description Keys and values to store with the snapshot. */
            metadata?: {
                [key: string]: string;
            } | null;
            /** @description What later versions of this API call `display_name`; used where that is left out. */
            name?: string | null;
            /** @description The volume. */
            volume_id: string;
        };
        NewSnapshotBody: {
            snapshot: components["schemas"]["NewSnapshot"];
        };
        SnapshotBody: {
            snapshot: components["schemas"]["Snapshot"];
        };
        SnapshotDetailBody: {
            snapshot: components["schemas"]["SnapshotDetail"];
        };
        /** @description What is left out stays as it is. */
        SnapshotUpdate: {
            /** @description What later versions of this API call `display_description`; used where that is left out. */
            description?: string | null;
            /** @description The new description; null removes it. */
            display_description?: string | null;
            /** @description The new name; null removes it. */
            display_name?: string | null;
            /** @description What later versions of this API call `display_name`; used where that is left out. */
            name?: string | null;
        };
        SnapshotUpdateBody: {
            snapshot: components["schemas"]["SnapshotUpdate"];
        };
        /** @description What to change of a snapshot. Clients of the time send it with a wrapper, one of them without. */
        UpdateSnapshotBody: components["schemas"]["SnapshotUpdateBody"] | components["schemas"]["UnwrappedUpdate"];
        BackupLink: {
            /** @description The URL. */
            href: string;
            /**
             * @description What it leads to.
             * @enum {string}
             */
            rel: "self" | "bookmark";
        };
        /**
         * @description Where the backup is in its life (4.5.3, Status Lifecycle).
         * @enum {string}
         */
        BackupStatus: "creating" | "available" | "restoring" | "deleting" | "error";
        /** @description A backup as the plain list shows it (4.5.3.1). */
        BackupSummary: {
            /** @description The identifier. */
            id: number | string;
            /** @description Where the backup is, as the client called this service, and without a version. Not in XML. */
            links?: components["schemas"]["BackupLink"][];
            /** @description The same as `display_name`, which is what the released services call it. */
            name?: string | null;
            status: components["schemas"]["BackupStatus"];
        };
        /** @description The oldest first. */
        BackupSummaries: components["schemas"]["BackupSummary"][];
        BackupSummariesBody: {
            backups: components["schemas"]["BackupSummaries"];
        };
        /** @description What to back up, and to where (4.5.3.4). */
        NewBackup: {
            /** @description The container in object storage; `volumebackups` when it is left out. It is created if need be. */
            container?: string | null;
            /** @description What later versions of this API call `display_description`; used where that is left out. */
            description?: string | null;
            /** @description A description of the backup. */
            display_description?: string | null;
            /** @description A name for the backup. */
            display_name?: string | null;
            /** @description What later versions of this API call `display_name`; used where that is left out. */
            name?: string | null;
            /** @description The volume. */
            volume_id: string;
        };
        NewBackupBody: {
            backup: components["schemas"]["NewBackup"];
        };
        /** @description A backup as everything but the plain list shows it (4.5.3.2). */
        Backup: {
            /** @description The zone of the volume; null until the backup has been started. */
            availability_zone: string | null;
            /** @description The container in object storage; null until the backup has been started. */
            container: string | null;
            /**
             * @description When the backup was created, in UTC to the microsecond. XML has a space in place of the `T`, and no fraction
             *     where it is zero.
             */
            created_at: string;
            /** @description The same as `display_description`, which is what the released services call it. */
            description?: string | null;
            /** @description What the user says about the backup. */
            display_description: string | null;
            /** @description What the user calls the backup; names need not differ. */
            display_name: string | null;
            /** @description Why the backup is in status `error`. */
            fail_reason: string | null;
            /** @description The identifier. */
            id: number | string;
            /** @description Where the backup is, as the client called this service, and without a version. Not in XML. */
            links?: components["schemas"]["BackupLink"][];
            /** @description The same as `display_name`, which is what the released services call it. */
            name?: string | null;
            /** @description How many objects the backup consists of; null until they are counted. */
            object_count: number | null;
            /** @description The size of the volume in GB. */
            size: number;
            status: components["schemas"]["BackupStatus"];
            /** @description The volume that was backed up, which may have been deleted since (1). */
            volume_id: string;
        };
        BackupBody: {
            backup: components["schemas"]["Backup"];
        };
        /** @description The oldest first. */
        Backups: components["schemas"]["Backup"][];
        BackupsBody: {
            backups: components["schemas"]["Backups"];
        };
        /** @description Where to restore a backup to (4.5.3.6). */
        NewRestore: {
            /** @description The volume to overwrite. A new one is created when it is left out. */
            volume_id?: string | null;
        };
        NewRestoreBody: {
            restore: components["schemas"]["NewRestore"];
        };
        /** @description Which backup is being restored to which volume (4.5.3.6). */
        Restore: {
            /** @description The backup. */
            backup_id: number | string;
            /** @description The volume, whose status tells how the restore goes. */
            volume_id: string;
        };
        RestoreBody: {
            restore: components["schemas"]["Restore"];
        };
        /** @description A volume as a device of a server (4.5.4.1). `id` is the id of the volume. */
        VolumeAttachment: {
            /** @description The device in the server, such as `/dev/vdb`. */
            device: string;
            /** @description The same as `volumeId`. */
            id: string;
            /** @description The server. */
            serverId: string;
            /** @description The volume. */
            volumeId: string;
        };
        /** @description In the order of their devices. */
        VolumeAttachments: components["schemas"]["VolumeAttachment"][];
        VolumeAttachmentsBody: {
            volumeAttachments: components["schemas"]["VolumeAttachments"];
        };
        /**
         * @description Which volume to attach, and as what (4.5.4.2). The document spells the volume both `volumeId` and `volume_id`; one
         *     of them must be given, and `volumeId` counts where both are.
         */
        NewVolumeAttachment: ({
            volumeId: string;
        } | {
            volume_id: string;
        }) & {
            /** @description The device to attach it as, such as `/dev/vdb`. The first that is free when it is `auto` or left out. */
            device?: string | null;
            /** @description The volume. */
            volumeId?: string | null;
            /** @description The volume, where `volumeId` is left out. */
            volume_id?: string | null;
        };
        NewVolumeAttachmentBody: {
            volumeAttachment: components["schemas"]["NewVolumeAttachment"];
        };
        VolumeAttachmentBody: {
            volumeAttachment: components["schemas"]["VolumeAttachment"];
        };
        /** @description The request contradicts the state of the resource. */
        ConflictingRequest: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 409;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        ConflictingRequestFault: {
            conflictingRequest: components["schemas"]["ConflictingRequest"];
        };
        /** @description One action, named by the only member; what its value may be is for the action to say. */
        VolumeActionBody: {
            /** @description The server has the volume now. Allowed from `available`, and from `attaching` when that is a reservation. */
            "os-attach"?: {
                /** @description The server. Nobody is asked whether there is one; the compute service is who calls this. */
                instance_uuid: string;
                /** @description The device in the server; the next free one from `/dev/vdb` on when it is left out. */
                mountpoint?: string | null;
                /**
                 * @description `rw` or `ro`. A volume that may only be read is attached with `ro`, which is also what it gets unless this
                 *     says something.
                 */
                mode?: string | null;
            };
            /** @description The server has the volume no longer. Allowed from `in-use` and `detaching`; ends a reservation as well. */
            "os-detach"?: unknown;
            /** @description Keeps the volume for who is about to attach it. From `available` to `attaching`. */
            "os-reserve"?: unknown;
            /** @description Gives up a reservation, and ends a connection that was made under it. From `attaching` to `available`. */
            "os-unreserve"?: unknown;
            /** @description Says that a server is about to give the volume back. From `in-use` to `detaching`. */
            "os-begin_detaching"?: unknown;
            /** @description The server keeps the volume after all. From `detaching` to `in-use`. */
            "os-roll_detaching"?: unknown;
            /**
             * @description Opens the volume to a host and says where it is found: as a network block device that can be connected to from
             *     then on, until `os-terminate_connection`, `os-detach` or `os-unreserve`. Allowed while the volume is
             *     `available`, `attaching` or `in-use`.
             */
            "os-initialize_connection"?: {
                /** @description The host that is going to connect, in its own words; nothing of it is needed. */
                connector: {
                    /** @description The name of the host. */
                    host?: string | null;
                    /** @description Its name as an iSCSI initiator. */
                    initiator?: string | null;
                    /** @description Its address. */
                    ip?: string | null;
                } | null;
            };
            /** @description Ends what `os-initialize_connection` began. While a server has the volume (`in-use`) it stays reachable for it. */
            "os-terminate_connection"?: {
                /** @description The host that is going to connect, in its own words; nothing of it is needed. */
                connector?: {
                    /** @description The name of the host. */
                    host?: string | null;
                    /** @description Its name as an iSCSI initiator. */
                    initiator?: string | null;
                    /** @description Its address. */
                    ip?: string | null;
                } | null;
            } | null;
            /** @description Makes the volume larger. From `available` by `extending` to `available`, or `error_extending`. */
            "os-extend"?: {
                /** @description The new size in GB, larger than the one it has, up to 2047; as a number or as its digits. */
                new_size: number | string;
            };
            /** @description Says whether the volume may only be read. Allowed while it is `available`. */
            "os-update_readonly_flag"?: {
                /** @description A boolean, or a word for one. */
                readonly?: (boolean | null) | string;
            };
            /** @description Makes an image of the volume. By `uploading` back to the status that it had. */
            "os-volume_upload_image"?: {
                /** @description What to call the image. There has to be one. */
                image_name?: string | null;
                /** @description Allows it of a volume that is in use; a boolean, or a word for one. False unless given. */
                force?: (boolean | null) | string;
                /** @description The format of the container; `bare` unless given. */
                container_format?: string | null;
                /** @description The format of the bytes; `raw` unless given. */
                disk_format?: string | null;
            };
            /**
             * @description Sets the status of the volume, whatever it is, unless work on it is under way. Attachment and connection are
             *     made to fit: they go unless the new status is one of a volume that a server has.
             */
            "os-reset_status"?: {
                /** @description Any that a volume can have. There has to be one. */
                status?: string | null;
                /** @description `detached` removes the attachment, `attached` asks for it to be there. */
                attach_status?: string | null;
            };
            /** @description Deletes the volume whatever its status is, also when a server has it. */
            "os-force_delete"?: unknown;
            /** @description Takes the volume from the server, whatever became of its attachment or detachment. */
            "os-force_detach"?: unknown;
        };
        /**
         * @description The export. `name`, `hosts`, `ports` and `auth_enabled` are what a compute service makes a network disk of; the
         *     others say the same for people and scripts.
         */
        ConnectionData: {
            /** @description The volume. */
            volume_id: string;
            /** @description The name of the export. */
            name: string;
            /** @description The same as `name`. */
            export: string;
            /** @description The host to connect to. */
            host: string;
            /** @description The TCP port to connect to. */
            port: number;
            /** @description The host, as the only one in a list. */
            hosts: string[];
            /** @description The port as text, as the only one in a list. */
            ports: string[];
            /** @description A unix socket on the machine of the service that can be connected to as well; null when there is none. */
            socket: string | null;
            /** @description Whether connections over TCP have to be in TLS. */
            tls: boolean;
            /** @description All of it in one, as `nbdcopy` and `qemu-img` take it. */
            uri: string;
            /**
             * @description Whether the export can be written to.
             * @enum {string}
             */
            access_mode: "rw" | "ro";
            /**
             * @description Clients give no name and no password.
             * @enum {boolean}
             */
            auth_enabled: false;
        };
        /** @description Where a volume is found. */
        ConnectionInfo: {
            /**
             * @description How to connect; a network block device.
             * @enum {string}
             */
            driver_volume_type: "nbd";
            data: components["schemas"]["ConnectionData"];
        };
        ConnectionInfoBody: {
            connection_info: components["schemas"]["ConnectionInfo"];
        };
        /** @description An image that is being made of a volume. */
        VolumeImageUpload: {
            /** @description The volume. */
            id: string;
            /** @description When the volume last changed. */
            updated_at: string | null;
            /** @description That of the volume, `uploading`. */
            status: string;
            /** @description What the user says about the volume. */
            display_description: string | null;
            /** @description The size of the volume in GB. */
            size: number;
            /** @description As the volume shows it; the word `None` when it has none. */
            volume_type: string;
            /** @description The image. */
            image_id: string;
            /** @description The format of the container. */
            container_format: string;
            /** @description The format of the bytes. */
            disk_format: string;
            /** @description What the image is called. */
            image_name: string;
        };
        VolumeImageUploadBody: {
            "os-volume_upload_image": components["schemas"]["VolumeImageUpload"];
        };
        /** @description One action, named by the only member. */
        SnapshotActionBody: {
            /** @description Sets the status of the snapshot, whatever it is, unless work on it is under way. */
            "os-reset_status"?: {
                /** @description Any that a snapshot can have. There has to be one. */
                status?: string | null;
            };
            /** @description Deletes the snapshot whatever its status is. */
            "os-force_delete"?: unknown;
        };
        /**
         * @description The maturity of a version (1.1): `ALPHA` is experimental, `BETA` exploratory, `CURRENT` public or generally
         *     available, `DEPRECATED` not supported anymore.
         * @enum {string}
         */
        BockVersionStatus: "ALPHA" | "BETA" | "CURRENT" | "DEPRECATED";
        /** @description When the version was last changed, in UTC. */
        BockVersionUpdated: string;
        /** @description A link. One with a `type` leads to a document of that type. */
        BockVersionLink: {
            /** @description Where it leads. */
            href: string;
            /**
             * @description What is there, `self` or `describedby`.
             * @enum {string}
             */
            rel: "self" | "describedby";
            /** @description The media type of what is there. */
            type?: string;
        };
        /** @description A version as the list shows it (4.4.1.2). */
        BockListedVersion: {
            status: components["schemas"]["BockVersionStatus"];
            updated: components["schemas"]["BockVersionUpdated"];
            /** @description Such as `v1.1`. */
            id: string;
            /** @description Where the version is served. */
            links: components["schemas"]["BockVersionLink"][];
        };
        BockVersionsBody: {
            /** @description Those that are served and those that are no longer (4.4.1.2). */
            versions: components["schemas"]["BockListedVersion"][];
        };
        /** @description The service failed; try again after a short delay. The name is that of the service's ancestor. */
        CloudServersFault: {
            /**
             * @description The HTTP status code, repeated for convenience.
             * @enum {integer}
             */
            code: 500;
            /** @description What went wrong, in words for the end user. */
            message: string;
        };
        CloudServersFaultFault: {
            cloudServersFault: components["schemas"]["CloudServersFault"];
        };
        /** @description A format and the name that the API has for it. */
        BockVersionMediaType: {
            /** @description Such as `application/json`. */
            base: string;
            /** @description Such as `application/vnd.openstack.compute-v1.1+json`. */
            type: string;
        };
        /** @description A version as the look at it shows it (4.4.1.1). */
        BockVersion: {
            status: components["schemas"]["BockVersionStatus"];
            updated: components["schemas"]["BockVersionUpdated"];
            /** @description The formats that the API of this version speaks; the block storage part of it speaks JSON alone (4.1). */
            "media-types": components["schemas"]["BockVersionMediaType"][];
            /** @description Such as `v1.1`. */
            id: string;
            /** @description Where the version is served, and where it is described. */
            links: components["schemas"]["BockVersionLink"][];
        };
        BockVersionBody: {
            version: components["schemas"]["BockVersion"];
        };
        /**
         * @description Where the volume is in its life (4.4.2, Status Lifecycle). The document names `creating`, `available` and
         *     `in-use`; the others are the states on the way between them, of a copy under way, and of what has failed.
         * @enum {string}
         */
        BockVolumeStatus: "creating" | "downloading" | "available" | "attaching" | "in-use" | "detaching" | "backing-up" | "restoring-backup" | "extending" | "uploading" | "deleting" | "error" | "error_attaching" | "error_detaching" | "error_restoring" | "error_deleting" | "error_extending";
        /** @description The server; a number where its identifier is one, any other identifier as text. */
        BockServerId: number | string;
        /** @description The server that has the volume, or nothing at all. */
        BockAttachmentOfVolume: {
            /** @description The device in the server, such as `/dev/vdb`. */
            device?: string;
            serverId?: components["schemas"]["BockServerId"];
            /** @description The same as `volumeId`. */
            id?: number;
            /** @description The volume. */
            volumeId?: number;
        };
        /** @description A volume as the look at one and the answer to its creation show it (4.4.2.2, 4.4.2.3). */
        BockVolume: {
            status: components["schemas"]["BockVolumeStatus"];
            /** @description What the user says about the volume. */
            displayDescription: string | null;
            /** @description The zone that the volume is in, as the service calls it; not one of the zones of 3.2 (4.4.2.2). */
            availabilityZone: string;
            /** @description What the user calls the volume; names need not differ. */
            displayName: string | null;
            /**
             * @description Where the volume is attached. It always has one member; of a volume that is attached nowhere the member is an
             *     empty object.
             */
            attachments: components["schemas"]["BockAttachmentOfVolume"][];
            /** @description Always null, because types are ignored (4.4.2.2). */
            volumeType: string | null;
            /** @description The snapshot that the volume was made of; an empty string where it was made of none. */
            snapshotId: number | "";
            /** @description The size in GB. */
            size: number;
            /** @description The identifier. */
            id: number;
            /** @description When the volume was created, in UTC, without a zone. */
            createdAt: string;
            /** @description What the user stored with the volume. */
            metadata: {
                [key: string]: string;
            };
        };
        /** @description A volume as the list shows it (4.4.2.1). */
        BockListedVolume: components["schemas"]["BockVolume"] & {
            /** @description The id of the image that a bootable volume was made of; empty for other volumes. */
            imageRef: string;
        };
        BockVolumesBody: {
            /** @description The newest first. */
            volumes: components["schemas"]["BockListedVolume"][];
        };
        /**
         * @description What to create (4.4.2.2). At most one of `imageRef` and `snapshot_id` may be given; `size` may be left out with the
         *     latter.
         */
        BockNewVolume: {
            /**
             * @description The size in GB, 1 to 2047, as a number or as its digits. For a volume of a snapshot a larger size than that of
             *     the snapshot is recorded, and a smaller one has no effect (4.4.2, Business Rules).
             */
            size?: (number | null) | string;
            /** @description A name for the volume. */
            display_name?: string | null;
            /** @description A description of the volume. */
            display_description?: string | null;
            /** @description The snapshot to make a copy of; none when it is empty, as responses write it. */
            snapshot_id?: (number | null) | string;
            /** @description The image to make a bootable volume of; its id, or a URL that ends in it. None when it is empty. */
            imageRef?: string | null;
            /** @description Keys and values to store with the volume. */
            metadata?: {
                [key: string]: string;
            } | null;
            /** @description The zone to create the volume in. The service has a default, which is used when none is given. */
            availability_zone?: string | null;
            /** @description Accepted and ignored. */
            volume_type?: string | null;
        };
        BockNewVolumeBody: {
            volume: components["schemas"]["BockNewVolume"];
        };
        BockVolumeBody: {
            volume: components["schemas"]["BockVolume"];
        };
        /** @description The body of the request is not what the operation takes. */
        CloudServersUnprocessable: {
            /**
             * @description The HTTP status code, repeated for convenience.
             * @enum {integer}
             */
            code: 422;
            /** @description What went wrong, in words for the end user. */
            message: string;
        };
        CloudServersUnprocessableFault: {
            cloudServersFault: components["schemas"]["CloudServersUnprocessable"];
        };
        /** @description A volume as a device of a server (4.4.3.1). */
        BockVolumeAttachment: {
            /** @description The device in the server, such as `/dev/vdb`. */
            device: string;
            serverId: components["schemas"]["BockServerId"];
            /** @description The same as `volumeId`. */
            id: number;
            /** @description The volume. */
            volumeId: number;
        };
        BockVolumeAttachmentsBody: {
            /** @description In the order of their devices. */
            volumeAttachments: components["schemas"]["BockVolumeAttachment"][];
        };
        /** @description A volume, by its identifier as a number or as text. */
        BockVolumeReference: number | string;
        /** @description Which volume to attach, and as what (4.4.3.2). */
        BockNewVolumeAttachment: {
            volumeId: components["schemas"]["BockVolumeReference"];
            /** @description The device to attach it as, such as `/dev/vdb`. The first that is free when it is `auto` or left out. */
            device?: string | null;
        };
        BockNewVolumeAttachmentBody: {
            volumeAttachment: components["schemas"]["BockNewVolumeAttachment"];
        };
        /**
         * @description The answer to attaching a volume (4.4.3.2), with nothing in it but the volume: as a number or as text, as the
         *     request had it.
         */
        BockAttached: {
            id: components["schemas"]["BockVolumeReference"];
            volumeId: components["schemas"]["BockVolumeReference"];
        };
        BockAttachedBody: {
            volumeAttachment: components["schemas"]["BockAttached"];
        };
        /** @description The request contradicts the state of the resource. */
        InProgress: {
            /**
             * @description The HTTP status code, repeated for convenience.
             * @enum {integer}
             */
            code: 409;
            /** @description What went wrong, in words for the end user. */
            message: string;
        };
        InProgressFault: {
            inProgress: components["schemas"]["InProgress"];
        };
        BockVolumeAttachmentBody: {
            volumeAttachment: components["schemas"]["BockVolumeAttachment"];
        };
        /**
         * @description Where the snapshot is in its life (4.4.4, Status Lifecycle). `deleting` and `error_deleting` are not in the
         *     document: they are the states of a deletion under way and of one that failed.
         * @enum {string}
         */
        BockSnapshotStatus: "creating" | "available" | "deleting" | "error" | "error_deleting";
        /** @description A snapshot as the list and the look at one show it (4.4.4.1, 4.4.4.3). */
        BockSnapshot: {
            status: components["schemas"]["BockSnapshotStatus"];
            /** @description What the user says about the snapshot. */
            displayDescription: string | null;
            /** @description What the user calls the snapshot; names need not differ. */
            displayName: string | null;
            /** @description The volume that the snapshot is of. */
            volumeId: number;
            /** @description The identifier. */
            id: number;
            /** @description When the snapshot was taken, in UTC, without a zone. */
            createdAt: string;
            /** @description The size in GB, that of the volume when the snapshot was taken. */
            size: number;
        };
        BockSnapshotsBody: {
            /** @description The newest first. */
            snapshots: components["schemas"]["BockSnapshot"][];
        };
        /** @description What to take a snapshot of (4.4.4.2). */
        BockNewSnapshot: {
            volume_id: components["schemas"]["BockVolumeReference"];
            /** @description A name for the snapshot. */
            display_name?: string | null;
            /** @description A description of the snapshot. */
            display_description?: string | null;
            /**
             * @description Whether to take the snapshot even of a volume that is attached. False when it is left out. The strings that
             *     clients of the time send are understood as well: `true`, `yes`, `y`, `1` and `false`, `no`, `n`, `0`, in
             *     capitals or not.
             */
            force?: (boolean | null) | string;
        };
        BockNewSnapshotBody: {
            snapshot: components["schemas"]["BockNewSnapshot"];
        };
        /** @description A snapshot as the answer to its creation shows it (4.4.4.2), with the time to the microsecond. */
        BockCreatedSnapshot: {
            status: components["schemas"]["BockSnapshotStatus"];
            /** @description What the user says about the snapshot. */
            displayDescription: string | null;
            /** @description What the user calls the snapshot; names need not differ. */
            displayName: string | null;
            /** @description The volume that the snapshot is of. */
            volumeId: number;
            /** @description The identifier. */
            id: number;
            /** @description When the snapshot was taken, in UTC to the microsecond, without a zone. */
            createdAt: string;
            /** @description The size in GB, that of the volume. */
            size: number;
        };
        BockCreatedSnapshotBody: {
            snapshot: components["schemas"]["BockCreatedSnapshot"];
        };
        /**
         * @description One snapshot under two names: `snapshots`, as in the document, and `snapshot`, as the service of the time called
         *     it and as its clients read it.
         */
        BockSnapshotDetailsBody: {
            snapshots: components["schemas"]["BockSnapshot"];
            snapshot?: components["schemas"]["BockSnapshot"];
        };
        /** @description The identifier of a backup or of a volume, a number in decimal digits. */
        HpBackupSerial: string;
        /**
         * @description Where the backup is in its life (4.4.1, Status Lifecycle).
         * @enum {string}
         */
        HpBackupStatus: "creating" | "available" | "restoring" | "deleting" | "error";
        /** @description A backup as the plain list shows it (4.4.1.1). */
        HpBackupSummary: {
            id: components["schemas"]["HpBackupSerial"];
            status: components["schemas"]["HpBackupStatus"];
        };
        HpBackupSummariesBody: {
            /** @description The oldest first. */
            backups: components["schemas"]["HpBackupSummary"][];
        };
        /** @description What to back up, and to where (4.4.1.4). */
        HpBackupRequest: {
            /** @description The container in object storage; `volumebackups` when it is left out. It is created if need be. */
            container?: string | null;
            /** @description A description of the backup. */
            display_description?: string | null;
            /** @description A name for the backup. */
            display_name?: string | null;
            /** @description The volume; a number, its digits as text, or the identifier that other documents show. */
            volume_id: string | number;
        };
        HpBackupRequestBody: {
            backup: components["schemas"]["HpBackupRequest"];
        };
        /** @description When the backup was created, in UTC to the second. */
        HpBackupTimestamp: string;
        /** @description A backup as the answer to its creation shows it (4.4.1.4), without what is not known yet. */
        HpBackupCreated: {
            /** @description The container that was asked for; null when the default one is to be used. */
            container: string | null;
            created_at: components["schemas"]["HpBackupTimestamp"];
            /** @description What the user says about the backup. */
            display_description: string | null;
            /** @description What the user calls the backup. */
            display_name: string | null;
            id: components["schemas"]["HpBackupSerial"];
            status: components["schemas"]["HpBackupStatus"];
            volume_id: components["schemas"]["HpBackupSerial"];
        };
        HpBackupCreatedBody: {
            backup: components["schemas"]["HpBackupCreated"];
        };
        /** @description A backup with all there is to know of it (4.4.1.2). */
        HpBackup: {
            /** @description The container in object storage; null until the backup has been started. */
            container: string | null;
            created_at: components["schemas"]["HpBackupTimestamp"];
            /** @description What the user says about the backup. */
            display_description: string | null;
            /** @description What the user calls the backup; names need not differ. */
            display_name: string | null;
            /** @description Why the backup is in status `error`. */
            fail_reason: string | null;
            id: components["schemas"]["HpBackupSerial"];
            /** @description How many objects the backup consists of; null until they are counted. */
            object_count: number | null;
            /** @description The size of the volume in GB. */
            size: number;
            status: components["schemas"]["HpBackupStatus"];
            volume_id: components["schemas"]["HpBackupSerial"];
        };
        HpBackupsBody: {
            /** @description The oldest first. */
            backups: components["schemas"]["HpBackup"][];
        };
        HpBackupBody: {
            backup: components["schemas"]["HpBackup"];
        };
        /** @description Where to restore a backup to (4.4.1.6). */
        HpBackupRestoreRequest: {
            /**
             * @description The volume to overwrite; a number, its digits as text, or the identifier that other documents show. A new
             *     volume is created when it is left out.
             */
            volume_id?: (string | null) | number;
        };
        HpBackupRestoreRequestBody: {
            restore: components["schemas"]["HpBackupRestoreRequest"];
        };
        /** @description Which backup is being restored to which volume (4.4.1.6). */
        HpBackupRestore: {
            backup_id: components["schemas"]["HpBackupSerial"];
            volume_id: components["schemas"]["HpBackupSerial"];
        };
        HpBackupRestoreBody: {
            restore: components["schemas"]["HpBackupRestore"];
        };
        Uuid: string;
        /** @description The address of a resource. */
        OsBsLink: {
            /**
             * @description `self` has the version of the API in it and is what to follow; `bookmark` has none and is what to keep.
             * @enum {string}
             */
            rel: "self" | "bookmark";
            /** @description The URL. */
            href: string;
        };
        /** @description A volume as the plain list shows it (2.3.1.1.1). */
        OsBsVolumeSummary: {
            /** @description What the user calls the volume. */
            name?: string;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description Where the volume is, with the version of the API and without it. */
            links: components["schemas"]["OsBsLink"][];
        };
        /** @description The newest first. */
        OsBsVolumeSummaries: components["schemas"]["OsBsVolumeSummary"][];
        OsBsVolumeSummariesBody: {
            "OS-BS:volumes": components["schemas"]["OsBsVolumeSummaries"];
        };
        /** @description What to create (2.3.1.2.1). */
        OsBsNewVolume: {
            /** @description A name for the volume. The service makes one up where none is given. */
            name?: string | null;
            /** @description The type; the first of the list of types where none is given. */
            typeId?: string | null;
            /** @description The backup to make the volume of. */
            backupId?: string | null;
            /** @description The size in GB; may be left out with `backupId`, and is that of the backup then. */
            size?: number | null;
            /** @description Keys and values to store with the volume, each of 255 bytes at most. */
            metadata?: {
                [key: string]: string;
            } | null;
        };
        OsBsNewVolumeBody: {
            "OS-BS:volume": components["schemas"]["OsBsNewVolume"];
        };
        /**
         * @description Where the volume is in its life (2.3.1.1).
         * @enum {string}
         */
        OsBsVolumeStatus: "AVAILABLE" | "ATTACHED" | "CREATING" | "ATTACHING" | "DETACHING" | "DELETING" | "DELETED" | "UNKNOWN" | "ERROR";
        /** @description The server that a volume is attached to. */
        OsBsAttachedServer: {
            /** @description The identifier of the server. */
            id: string;
            /** @description Where the server is, with the version of the API and without it. */
            links: components["schemas"]["OsBsLink"][];
        };
        /** @description A volume with all of its details (2.3.1.1.2). */
        OsBsVolume: {
            /** @description What the user calls the volume. A volume made by another API may have none. */
            name?: string;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description The type, one of the list of types (2.3.3). */
            typeId: string;
            /** @description The backup that the volume was made of, if it was. */
            backupId?: string;
            /** @description When a user last changed the volume; there once one has (2.3.1.2.2). */
            updated?: string;
            /** @description When the volume was created. */
            created: string;
            /** @description When the volume was attached; there while it is `ATTACHED`. */
            attached?: string;
            /** @description The tenant who owns the volume. */
            tenantId: string;
            /** @description The user who created the volume. */
            userId: string;
            /** @description How much of the volume is made, in percent; there until all of it is (2.3.1.2.1). */
            progress?: number;
            /** @description The size in GB. */
            size: number;
            status: components["schemas"]["OsBsVolumeStatus"];
            /** @description The server that has the volume; absent where there is none. */
            attachments?: components["schemas"]["OsBsAttachedServer"][];
            /** @description What the user stored with the volume; absent where there is nothing. */
            metadata?: {
                [key: string]: string;
            };
            /** @description Where the volume is, with the version of the API and without it. */
            links: components["schemas"]["OsBsLink"][];
        };
        OsBsVolumeBody: {
            "OS-BS:volume": components["schemas"]["OsBsVolume"];
        };
        /** @description The newest first. */
        OsBsVolumes: components["schemas"]["OsBsVolume"][];
        OsBsVolumesBody: {
            "OS-BS:volumes": components["schemas"]["OsBsVolumes"];
        };
        /** @description What may be updated (2.3.1.2.2). */
        OsBsVolumeUpdate: {
            /** @description The new name; without one the volume stays as it is. */
            name?: string | null;
        };
        OsBsVolumeUpdateBody: {
            "OS-BS:volume": components["schemas"]["OsBsVolumeUpdate"];
        };
        /** @description Keys and values of 255 bytes at most. */
        OsBsMetadata: {
            [key: string]: string;
        };
        OsBsMetadataBody: {
            metadata: components["schemas"]["OsBsMetadata"];
        };
        /** @description The resource is still being made; try again when it is. */
        BuildInProgress: {
            /**
             * @description The HTTP status code, repeated for convenience (4.4).
             * @enum {integer}
             */
            code: 409;
            /** @description What went wrong, in words for the end user (4.4). */
            message: string;
        };
        BuildInProgressFault: {
            buildInProgress: components["schemas"]["BuildInProgress"];
        };
        /** @description One item; its key is the name of the only member. */
        OsBsMeta: {
            [key: string]: string;
        };
        OsBsMetaBody: {
            meta: components["schemas"]["OsBsMeta"];
        };
        /** @description A backup as the plain list shows it (2.3.2.1.1). */
        OsBsBackupSummary: {
            /** @description What the user calls the backup. */
            name?: string;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description Where the backup is, with the version of the API and without it. */
            links: components["schemas"]["OsBsLink"][];
        };
        /** @description The oldest first. */
        OsBsBackupSummaries: components["schemas"]["OsBsBackupSummary"][];
        OsBsBackupSummariesBody: {
            "OS-BS:backups": components["schemas"]["OsBsBackupSummaries"];
        };
        /** @description What to back up (2.3.2.2.1). */
        OsBsNewBackup: {
            /** @description A name for the backup. The service makes one up where none is given. */
            name?: string | null;
            /** @description The volume to make a backup of. */
            volumeId: string;
            /** @description Keys and values to store with the backup, each of 255 bytes at most. */
            metadata?: {
                [key: string]: string;
            } | null;
        };
        OsBsNewBackupBody: {
            "OS-BS:backup": components["schemas"]["OsBsNewBackup"];
        };
        /**
         * @description Where the backup is in its life (2.3.2.2). `UNKNOWN` stands for what the document has no word for.
         * @enum {string}
         */
        OsBsBackupStatus: "SAVING" | "AVAILABLE" | "DELETING" | "DELETED" | "UNKNOWN" | "ERROR";
        /** @description A backup with all of its details (2.3.2.1.2). */
        OsBsBackup: {
            /** @description What the user calls the backup. A backup made by another API may have none. */
            name?: string;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description The volume that the backup is of. */
            volumeId: string;
            /** @description When a user last changed the backup; there once one has (2.3.2.2.2). */
            updated?: string;
            /** @description When the backup was created. */
            created: string;
            /** @description The tenant who owns the backup. */
            tenantId: string;
            /** @description The user who created the backup. */
            userId: string;
            /** @description How much of the backup is made, in percent; there until all of it is (2.3.2.2.1). */
            progress?: number;
            /** @description The size of the volume in GB. */
            size: number;
            status: components["schemas"]["OsBsBackupStatus"];
            /** @description What the user stored with the backup; absent where there is nothing. */
            metadata?: {
                [key: string]: string;
            };
            /** @description Where the backup is, with the version of the API and without it. */
            links: components["schemas"]["OsBsLink"][];
        };
        OsBsBackupBody: {
            "OS-BS:backup": components["schemas"]["OsBsBackup"];
        };
        /** @description The oldest first. */
        OsBsBackups: components["schemas"]["OsBsBackup"][];
        OsBsBackupsBody: {
            "OS-BS:backups": components["schemas"]["OsBsBackups"];
        };
        /** @description What may be updated (2.3.2.2.2). */
        OsBsBackupUpdate: {
            /** @description The new name; without one the backup stays as it is. */
            name?: string | null;
        };
        OsBsBackupUpdateBody: {
            "OS-BS:backup": components["schemas"]["OsBsBackupUpdate"];
        };
        /** @description A type that volumes may have. */
        OsBsType: {
            /** @description What the type is called. */
            name: string;
            /** @description The identifier, a UUID. */
            id: string;
            /** @description Where the type is, with the version of the API and without it. */
            links: components["schemas"]["OsBsLink"][];
        };
        OsBsTypes: components["schemas"]["OsBsType"][];
        OsBsTypesBody: {
            "OS-BS:types": components["schemas"]["OsBsTypes"];
        };
        OsBsTypeBody: {
            "OS-BS:type": components["schemas"]["OsBsType"];
        };
        /** @description A document about the extension. */
        OsBsExtensionLink: {
            /**
             * @description What the document is to the extension.
             * @enum {string}
             */
            rel: "describedby";
            /** @description The media type of the document. */
            type: string;
            /** @description The URL of the document. */
            href: string;
        };
        /** @description What is served beyond the Compute API. */
        OsBsExtension: {
            /** @description What the extension is called. */
            name: string;
            /** @description The namespace of its elements in XML. */
            namespace: string;
            /** @description The segment of its paths and the prefix of its members in JSON. */
            alias: string;
            /** @description When it last changed. */
            updated: string;
            /** @description What it is for. */
            description: string;
            /** @description What there is to read about it. */
            links: components["schemas"]["OsBsExtensionLink"][];
        };
        OsBsExtensions: components["schemas"]["OsBsExtension"][];
        OsBsExtensionsBody: {
            extensions: components["schemas"]["OsBsExtensions"];
        };
        /** @description A limit on requests over time. */
        OsBsRate: Record<string, never>;
        /**
         * @description Limits on numbers: `OS-BS:maxVolumeMeta` and `OS-BS:maxBackupMeta` say how many metadata items a volume and a
         *     backup may have.
         */
        OsBsAbsoluteLimits: {
            [key: string]: number;
        };
        /** @description What a tenant cannot exceed. */
        OsBsLimits: {
            /** @description Limits on requests over time; none are listed. */
            rate: components["schemas"]["OsBsRate"][];
            absolute: components["schemas"]["OsBsAbsoluteLimits"];
        };
        OsBsLimitsBody: {
            limits: components["schemas"]["OsBsLimits"];
        };
        /**
         * @description What administrators say of a type. In XML each key is the name of an element; a key that cannot be one is the
         *     attribute of an element `extra_spec`.
         */
        ExtraSpecs: {
            [key: string]: string;
        };
        /** @description A type that volumes may have. */
        CinderType: {
            /** @description The identifier, a UUID. */
            id: string;
            /** @description What the type is called; volumes may be asked for by it. */
            name: string;
            extra_specs: components["schemas"]["ExtraSpecs"];
        };
        /** @description The oldest first. */
        CinderTypes: components["schemas"]["CinderType"][];
        CinderTypesBody: {
            volume_types: components["schemas"]["CinderTypes"];
        };
        /** @description The type to make. */
        NewCinderType: {
            /** @description What to call it, 1 to 255 characters that are not all space. */
            name?: string | null;
            /** @description Keys and values to say of it. */
            extra_specs?: {
                [key: string]: string;
            } | null;
        };
        NewCinderTypeBody: {
            volume_type: components["schemas"]["NewCinderType"];
        };
        CinderTypeBody: {
            volume_type: components["schemas"]["CinderType"];
        };
        ExtraSpecsBody: {
            extra_specs: components["schemas"]["ExtraSpecs"];
        };
        /**
         * @description One key and its value, and all of a body. In XML the key is the name of the root element; where it cannot be one it
         *     is the attribute of an element `extra_spec`.
         */
        ExtraSpec: {
            [key: string]: string;
        };
        /** @description How many there may be; -1 is no limit. */
        QuotaLimit: number;
        QuotaUsage: {
            /** @description How many there are, those included that are being made. */
            in_use: number;
            /** @description How many there may be; -1 is no limit. */
            limit: number;
            /** @description How many are kept free for what has been asked for; none, as that is in use at once. */
            reserved: number;
        };
        /** @description How many there may be, or that along with how many there are. */
        Quota: components["schemas"]["QuotaLimit"] | components["schemas"]["QuotaUsage"];
        /** @description What a tenant may have. */
        QuotaSet: {
            /** @description The tenant. */
            id: string;
            volumes: components["schemas"]["Quota"];
            snapshots: components["schemas"]["Quota"];
            gigabytes: components["schemas"]["Quota"];
        };
        QuotaSetBody: {
            quota_set: components["schemas"]["QuotaSet"];
        };
        /** @description A number or its digits; -1 for no limit. */
        NewQuotaLimit: (number | null) | string;
        /** @description The limits to set. What is left out, and what is null, stays as it is. */
        NewQuotaSet: {
            /** @description The tenant once more, as cinderclient sends it; the path decides. */
            tenant_id?: string | null;
            volumes?: components["schemas"]["NewQuotaLimit"];
            snapshots?: components["schemas"]["NewQuotaLimit"];
            gigabytes?: components["schemas"]["NewQuotaLimit"];
        };
        NewQuotaSetBody: {
            quota_set: components["schemas"]["NewQuotaSet"];
        };
        /** @description What tenants of a class may have. */
        QuotaClassSet: {
            /** @description The class. */
            id: string;
            volumes: components["schemas"]["QuotaLimit"];
            snapshots: components["schemas"]["QuotaLimit"];
            gigabytes: components["schemas"]["QuotaLimit"];
        };
        QuotaClassSetBody: {
            quota_class_set: components["schemas"]["QuotaClassSet"];
        };
        /** @description The limits to set. What is left out, and what is null, stays as it is. */
        NewQuotaClassSet: {
            /** @description The class once more, as cinderclient sends it; the path decides. */
            class_name?: string | null;
            volumes?: components["schemas"]["NewQuotaLimit"];
            snapshots?: components["schemas"]["NewQuotaLimit"];
            gigabytes?: components["schemas"]["NewQuotaLimit"];
        };
        NewQuotaClassSetBody: {
            quota_class_set: components["schemas"]["NewQuotaClassSet"];
        };
        /** @description How many requests may be made, and how many of them are left. */
        RateLimit: {
            /** @description The method of the requests; `*` is any. */
            verb: string;
            /** @description How many there may be per unit of time. */
            value: number;
            /** @description How many there may be at this moment. */
            remaining: number;
            /**
             * @description The unit of time.
             * @enum {string}
             */
            unit: "SECOND";
            /** @description When another one may be made. */
            "next-available": string;
        };
        /** @description Limits on requests for the resources of some URIs. */
        RateLimitsOfUri: {
            /** @description The URIs, for people. */
            uri: string;
            /** @description The URIs, as a regular expression. */
            regex: string;
            /** @description The limits. */
            limit: components["schemas"]["RateLimit"][];
        };
        /** @description Limits on numbers, where -1 is no limit, and what of them is used. */
        AbsoluteLimits: {
            /** @description GB of volumes and snapshots together. */
            maxTotalVolumeGigabytes: number;
            /** @description Volumes. */
            maxTotalVolumes: number;
            /** @description Snapshots. */
            maxTotalSnapshots: number;
            /** @description Volumes that there are. */
            totalVolumesUsed: number;
            /** @description Snapshots that there are. */
            totalSnapshotsUsed: number;
            /** @description GB that they have together. */
            totalGigabytesUsed: number;
        } & {
            [key: string]: number;
        };
        /** @description What a tenant cannot exceed. */
        CinderLimits: {
            /** @description Limits on requests over time; none where no such limit is set. */
            rate: components["schemas"]["RateLimitsOfUri"][];
            absolute: components["schemas"]["AbsoluteLimits"];
        };
        CinderLimitsBody: {
            limits: components["schemas"]["CinderLimits"];
        };
        /** @description A zone that volumes can be made in. */
        AvailabilityZone: {
            /** @description What the zone is called. */
            zoneName: string;
            /** @description How the zone is. */
            zoneState: {
                /** @description Whether volumes can be made there. */
                available: boolean;
            };
        };
        /** @description The one first where volumes go that ask for none. */
        AvailabilityZones: components["schemas"]["AvailabilityZone"][];
        AvailabilityZonesBody: {
            availabilityZoneInfo: components["schemas"]["AvailabilityZones"];
        };
        /** @description Something to read about an extension. */
        CinderExtensionLink: Record<string, never>;
        /** @description Something that is served beyond the volume API itself. */
        CinderExtension: {
            /** @description What the extension is called. */
            name: string;
            /** @description The namespace of its elements in XML. */
            namespace: string;
            /** @description Its short name, by which clients look for it. */
            alias: string;
            /** @description When it last changed. */
            updated: string;
            /** @description What it is for. */
            description: string;
            /** @description What there is to read about it; nothing. */
            links: components["schemas"]["CinderExtensionLink"][];
        };
        /** @description In the order of their aliases. */
        CinderExtensions: components["schemas"]["CinderExtension"][];
        CinderExtensionsBody: {
            extensions: components["schemas"]["CinderExtensions"];
        };
        CinderExtensionBody: {
            extension: components["schemas"]["CinderExtension"];
        };
        /** @description A program that serves volumes. */
        Service: {
            /** @description The program. */
            binary: string;
            /** @description The machine that it runs on. */
            host: string;
            /** @description The zone where volumes go that ask for none. */
            zone: string;
            /**
             * @description Whether it is given work.
             * @enum {string}
             */
            status: "enabled";
            /**
             * @description Whether it is alive; who answers is.
             * @enum {string}
             */
            state: "up";
            /** @description When it was last known to be, in UTC to the microsecond. */
            updated_at: string;
        };
        /** @description This server. */
        Services: components["schemas"]["Service"][];
        ServicesBody: {
            services: components["schemas"]["Services"];
        };
        /** @description A volume to boot from. */
        NovaBootableVolume: {
            status: components["schemas"]["BockVolumeStatus"];
            /** @description What the user says about the volume. */
            displayDescription: string | null;
            /** @description The zone that the volume is in. */
            availabilityZone: string;
            /** @description What the user calls the volume; names need not differ. */
            displayName: string | null;
            /** @description Where the volume is attached. Unlike that of other volumes it is empty when that is nowhere. */
            attachments: components["schemas"]["BockVolumeAttachment"][];
            /** @description The type of the volume. */
            volumeType: string | null;
            /** @description The snapshot that the volume was made of; an empty string where it was made of none. */
            snapshotId: number | "";
            /** @description The size in GB. */
            size: number;
            /** @description The identifier. */
            id: number;
            /** @description When the volume was created, in UTC, without a zone. */
            createdAt: string;
            /** @description What the user stored with the volume. */
            metadata: {
                [key: string]: string;
            };
            /** @description The id of the image; empty where it is not known any more. */
            sourceImageRef: string;
        };
        NovaBootableVolumesBody: {
            /** @description The newest first. */
            volumes: components["schemas"]["NovaBootableVolume"][];
        };
        NovaBootableVolumeBody: {
            volume: components["schemas"]["NovaBootableVolume"];
        };
        NovaExtensionBody: {
            extension: components["schemas"]["OsBsExtension"];
        };
        NovaExtensionsBody: {
            extensions: components["schemas"]["OsBsExtension"][];
        };
        /** @description The server that has the volume, or nothing at all. */
        NovaAttachmentOfVolume: {
            /** @description The device in the server, such as `/dev/vdb`. */
            device?: string;
            /** @description The server. */
            serverId?: string;
            /** @description The same as `volumeId`. */
            id?: string;
            /** @description The volume. */
            volumeId?: string;
        };
        /** @description A volume. */
        NovaVolume: {
            /** @description The identifier. */
            id: string;
            status: components["schemas"]["BockVolumeStatus"];
            /** @description The size in GB. */
            size: number;
            /** @description The zone that the volume is in. */
            availabilityZone: string;
            /** @description When the volume was created, in UTC, without a zone. */
            createdAt: string;
            /**
             * @description Where the volume is attached. It always has one member; of a volume that is attached nowhere the member is an
             *     empty object.
             */
            attachments: components["schemas"]["NovaAttachmentOfVolume"][];
            /** @description What the user calls the volume; names need not differ. */
            displayName: string | null;
            /** @description What the user says about the volume. */
            displayDescription: string | null;
            /** @description The type of the volume; null when it has none. */
            volumeType: string | null;
            /** @description The snapshot that the volume was made of; null where it was made of none. */
            snapshotId: string | null;
            /** @description What the user stored with the volume. */
            metadata: {
                [key: string]: string;
            };
        };
        NovaVolumesBody: {
            /** @description The newest first. */
            volumes: components["schemas"]["NovaVolume"][];
        };
        NovaNewVolumeBody: {
            volume: components["schemas"]["BockNewVolume"];
        };
        NovaVolumeBody: {
            volume: components["schemas"]["NovaVolume"];
        };
        /** @description A snapshot. */
        NovaSnapshot: {
            /** @description The identifier. */
            id: string;
            status: components["schemas"]["BockSnapshotStatus"];
            /** @description What the user calls the snapshot; names need not differ. */
            displayName: string | null;
            /** @description What the user says about the snapshot. */
            displayDescription: string | null;
            /** @description The volume that the snapshot is of. */
            volumeId: string;
            /** @description When the snapshot was taken, in UTC, without a zone. */
            createdAt: string;
            /** @description The size in GB, that of the volume when the snapshot was taken. */
            size: number;
        };
        NovaSnapshotsBody: {
            /** @description The newest first. */
            snapshots: components["schemas"]["NovaSnapshot"][];
        };
        NovaNewSnapshotBody: {
            snapshot: components["schemas"]["BockNewSnapshot"];
        };
        NovaSnapshotBody: {
            snapshot: components["schemas"]["NovaSnapshot"];
        };
        IdentityLink: {
            href: string;
            /** @enum {string} */
            rel: "self";
        };
        IdentityMediaType: {
            base: string;
            type: string;
        };
        IdentityVersion: {
            /** @enum {string} */
            id: "v2.0";
            /** @enum {string} */
            status: "stable";
            /** @description When the version was declared stable, in RFC 3339. */
            updated: string;
            links: components["schemas"]["IdentityLink"][];
            "media-types": components["schemas"]["IdentityMediaType"][];
        };
        IdentityVersionBody: {
            version: components["schemas"]["IdentityVersion"];
        };
        IdentityError: {
            /** @description The HTTP status code, repeated for convenience. */
            code: number;
            /** @description What went wrong, in words for the end user. */
            message: string;
            /** @description The name of the status code. */
            title: string;
            /** @description Seconds until another try is taken; with 413 alone. */
            retryAfter?: number;
        };
        IdentityErrorBody: {
            error: components["schemas"]["IdentityError"];
        };
        /**
         * @description Exactly one of `passwordCredentials`, `apiAccessKeyCredentials` and `token`, and the tenant. A tenant that is left
         *     out, null or empty is that of the user, or of the token that is given.
         */
        IdentityAuthentication: {
            /** @description Id of the tenant that the token shall be for. */
            tenantId?: string | null;
            /** @description Its name instead. Where both are given, both have to be right. */
            tenantName?: string | null;
            passwordCredentials?: {
                username: string;
                password: string;
            } | null;
            /** @description As HP Cloud had them. */
            apiAccessKeyCredentials?: {
                accessKey: string;
                secretKey: string;
            } | null;
            token?: {
                /** @description A valid token of the user. The new one does not outlive it. */
                id: string;
            } | null;
        };
        IdentityAuthenticationBody: {
            auth: components["schemas"]["IdentityAuthentication"];
        };
        IdentityTenant: {
            /** @description What stands in the paths of the services. */
            id: string;
            name: string;
            enabled: boolean;
        };
        IdentityToken: {
            /** @description What goes into the `X-Auth-Token` header. It has no meaning of its own. */
            id: string;
            /** @description In UTC. */
            issued_at: string;
            /** @description In UTC. From then on the token is answered with 401. */
            expires: string;
            tenant: components["schemas"]["IdentityTenant"];
        };
        IdentityRole: {
            name: string;
        };
        IdentityUser: {
            id: string;
            name: string;
            /** @description The name again, where some clients look for it. */
            username: string;
            roles: components["schemas"]["IdentityRole"][];
        };
        IdentityEndpoint: {
            id?: string;
            /** @description The zone (3.3). */
            region: string;
            /** @description The tenant that the URLs are for. */
            tenantId?: string;
            /** @description Where the service is called; the paths of its operations go behind it. */
            publicURL: string;
            internalURL?: string;
            adminURL?: string;
            /** @description The version of the API. */
            versionId?: string;
            /** @description Where the version is described. */
            versionInfo?: string;
            /** @description Where all versions of the service are listed. */
            versionList?: string;
        };
        /** @description A service, and where it is found in each zone. */
        IdentityService: {
            name: string;
            /** @description What clients look a service up by, such as `volume` or `compute`. */
            type: string;
            /** @description One for each zone. */
            endpoints: components["schemas"]["IdentityEndpoint"][];
            /** @description Always empty. */
            endpoints_links?: Record<string, never>[];
        };
        IdentityAccess: {
            token: components["schemas"]["IdentityToken"];
            user: components["schemas"]["IdentityUser"];
            serviceCatalog: components["schemas"]["IdentityService"][];
        };
        IdentityAccessBody: {
            access: components["schemas"]["IdentityAccess"];
        };
        IdentityTenantsBody: {
            tenants: components["schemas"]["IdentityTenant"][];
        };
        IdentityV3Version: {
            /** @enum {string} */
            id: "v3.0" | "v2.0";
            /** @enum {string} */
            status: "stable";
            /** @description When the version was declared stable, in RFC 3339. */
            updated: string;
            links: components["schemas"]["IdentityLink"][];
            "media-types": components["schemas"]["IdentityMediaType"][];
        };
        IdentityV3VersionBody: {
            version: components["schemas"]["IdentityV3Version"];
        };
        IdentityV3Domain: {
            id: string;
            name: string;
        };
        IdentityV3User: {
            id: string;
            name: string;
            domain: components["schemas"]["IdentityV3Domain"];
            /** @description Always null. */
            password_expires_at?: string | null;
        };
        IdentityV3Project: {
            /** @description What stands in the paths of the services. */
            id: string;
            name: string;
            domain: components["schemas"]["IdentityV3Domain"];
        };
        IdentityV3Role: {
            id: string;
            name: string;
        };
        IdentityV3Endpoint: {
            id: string;
            /** @enum {string} */
            interface: "public" | "internal" | "admin";
            region: string;
            /** @description The region again, where newer clients look for it. */
            region_id: string;
            /** @description Where the service is called; the paths of its operations go behind it. */
            url: string;
        };
        /** @description A service, and where it is found in each region. */
        IdentityV3Service: {
            id: string;
            name: string;
            /** @description What clients look a service up by, such as `volume` or `compute`. */
            type: string;
            /** @description One for each region and interface. */
            endpoints: components["schemas"]["IdentityV3Endpoint"][];
        };
        IdentityV3Token: {
            /** @description What proved who asks; `token` besides when it was had for another token. */
            methods: string[];
            /** @description In UTC. */
            issued_at: string;
            /** @description In UTC. From then on the token is answered with 401. */
            expires_at: string;
            user: components["schemas"]["IdentityV3User"];
            project: components["schemas"]["IdentityV3Project"];
            roles: components["schemas"]["IdentityV3Role"][];
            catalog?: components["schemas"]["IdentityV3Service"][];
        };
        IdentityV3TokenBody: {
            token: components["schemas"]["IdentityV3Token"];
        };
        IdentityV3WantedDomain: {
            id?: string | null;
            name?: string | null;
        } | null;
        /** @description By `id`, or by `name` in `domain`. */
        IdentityV3PasswordUser: {
            id?: string | null;
            name?: string | null;
            domain?: components["schemas"]["IdentityV3WantedDomain"];
            password: string;
        };
        IdentityV3Proof: {
            /** @description One of `password` and `token`; others are answered with 401. */
            methods: string[];
            password?: {
                user: components["schemas"]["IdentityV3PasswordUser"];
            } | null;
            token?: {
                /** @description A valid token of the user. The new one does not outlive it. */
                id: string;
            } | null;
        };
        IdentityV3Scope: {
            /** @description By `id`, or by `name` in `domain`. With neither it is that of the user. */
            project?: {
                id?: string | null;
                name?: string | null;
                domain?: components["schemas"]["IdentityV3WantedDomain"];
            } | null;
            domain?: components["schemas"]["IdentityV3WantedDomain"];
            system?: Record<string, never> | null;
        };
        IdentityV3Authentication: {
            identity: components["schemas"]["IdentityV3Proof"];
            /**
             * @description What the token shall be for: `{"project": …}`. Left out, null and `unscoped` all stand for the project of the
             *     user, or of the token that is given. Nobody has rights to a domain or to the system here.
             */
            scope?: ("unscoped" | null) | components["schemas"]["IdentityV3Scope"];
        };
        IdentityV3AuthenticationBody: {
            auth: components["schemas"]["IdentityV3Authentication"];
        };
        IdentityV3ListedProject: {
            /** @description What stands in the paths of the services. */
            id: string;
            name: string;
            domain_id: string;
            enabled: boolean;
        };
        /** @description The list is always whole. */
        IdentityV3ListLinks: {
            self: string;
            next: string | null;
            previous: string | null;
        };
        IdentityV3ProjectsBody: {
            projects: components["schemas"]["IdentityV3ListedProject"][];
            links: components["schemas"]["IdentityV3ListLinks"];
        };
        IdentityV3CatalogBody: {
            catalog: components["schemas"]["IdentityV3Service"][];
            links: components["schemas"]["IdentityV3ListLinks"];
        };
        IdentityV3Versions: {
            values: components["schemas"]["IdentityV3Version"][];
        };
        IdentityV3VersionsBody: {
            versions: components["schemas"]["IdentityV3Versions"];
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        Unreadiness: {
            /** @enum {string} */
            status: "unavailable";
        };
    };
    responses: {
        /** @description The request could not be processed because its syntax is malformed or a value in it is wrong (4.4). */
        BadRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestFault"];
                "application/xml": components["schemas"]["BadRequest"];
            };
        };
        /** @description The token is missing, invalid or expired (4.4). */
        Unauthorized: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedFault"];
                "application/xml": components["schemas"]["Unauthorized"];
            };
        };
        /** @description The request is valid, but the caller has no rights to the resource (4.4). */
        Forbidden: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenFault"];
                "application/xml": components["schemas"]["Forbidden"];
            };
        };
        /** @description The URL is wrong, or the resource never existed or has been deleted (4.4). */
        ItemNotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ItemNotFoundFault"];
                "application/xml": components["schemas"]["ItemNotFound"];
            };
        };
        /** @description The path exists, but not with this method. */
        BadMethod: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMethodFault"];
                "application/xml": components["schemas"]["BadMethod"];
            };
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant or the size of a body (4.4). */
        OverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
                "application/xml": components["schemas"]["OverLimit"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4). */
        ServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ComputeFaultFault"];
                "application/xml": components["schemas"]["ComputeFault"];
            };
        };
        /** @description The service cannot answer now; try again after a short delay (4.4). */
        ServiceUnavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryLater"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceUnavailableFault"];
                "application/xml": components["schemas"]["ServiceUnavailable"];
            };
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant or the size of a body (4.4). */
        VolumeOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
                "application/xml": components["schemas"]["OverLimit"];
            };
        };
        /** @description The body is in a format that the service does not read. */
        BadMediaType: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMediaTypeFault"];
                "application/xml": components["schemas"]["BadMediaType"];
            };
        };
        /** @description There is no body, it lacks the one member that it should have, or that is no object; as Cinder answered. */
        ReleasedUnprocessable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnprocessableFault"];
                "application/xml": components["schemas"]["Unprocessable"];
            };
        };
        /** @description The request could not be processed because its syntax is malformed or a value in it is wrong (4.4). */
        ComputeBadRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestFault"];
                "application/xml": components["schemas"]["BadRequest"];
            };
        };
        /** @description The token is missing, invalid or expired (4.4). */
        ComputeUnauthorized: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedFault"];
                "application/xml": components["schemas"]["Unauthorized"];
            };
        };
        /** @description The request is valid, but the caller has no rights to the resource (4.4). */
        ComputeForbidden: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenFault"];
                "application/xml": components["schemas"]["Forbidden"];
            };
        };
        /** @description The URL is wrong, or the resource never existed or has been deleted (4.4). */
        ComputeItemNotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ItemNotFoundFault"];
                "application/xml": components["schemas"]["ItemNotFound"];
            };
        };
        /** @description The path exists, but not with this method. */
        ComputeBadMethod: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMethodFault"];
                "application/xml": components["schemas"]["BadMethod"];
            };
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant or the size of a body (4.4). */
        ComputeOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
                "application/xml": components["schemas"]["OverLimit"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4). */
        ComputeServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ComputeFaultFault"];
                "application/xml": components["schemas"]["ComputeFault"];
            };
        };
        /** @description The service cannot answer now; try again after a short delay (4.4). */
        ComputeServiceUnavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryLater"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceUnavailableFault"];
                "application/xml": components["schemas"]["ServiceUnavailable"];
            };
        };
        /** @description The request contradicts the state of the resource. */
        ComputeConflictingRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictingRequestFault"];
                "application/xml": components["schemas"]["ConflictingRequest"];
            };
        };
        /** @description The body is in a format that the service does not read. */
        ComputeBadMediaType: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMediaTypeFault"];
                "application/xml": components["schemas"]["BadMediaType"];
            };
        };
        /** @description There is no body, it lacks the one member that it should have, or that is no object; as nova answered. */
        ComputeReleasedUnprocessable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnprocessableFault"];
                "application/xml": components["schemas"]["Unprocessable"];
            };
        };
        /** @description The request contradicts the state of the resource. */
        ConflictingRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictingRequestFault"];
                "application/xml": components["schemas"]["ConflictingRequest"];
            };
        };
        /** @description The path exists, but not with this method. */
        CloudServersBadMethod: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMethodFault"];
            };
        };
        /** @description The service failed; try again after a short delay. */
        CloudServersServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersFaultFault"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4.1.1). */
        BockVersionInfoServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersFaultFault"];
            };
        };
        /** @description The request could not be processed because its syntax is malformed or a value in it is wrong. */
        CloudServersBadRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestFault"];
            };
        };
        /** @description The token is missing, invalid or expired. */
        CloudServersUnauthorized: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedFault"];
            };
        };
        /** @description The request is valid, but the caller has no rights to the resource. */
        CloudServersForbidden: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenFault"];
            };
        };
        /** @description The URL is wrong, or the resource never existed or has been deleted. */
        CloudServersItemNotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ItemNotFoundFault"];
            };
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant or the size of a body. */
        CloudServersOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
            };
        };
        /** @description The service cannot answer now; try again after a short delay. */
        CloudServersServiceUnavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryLater"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceUnavailableFault"];
            };
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant (4.4.2) or the size of a body. */
        BockVolumeOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
            };
        };
        /** @description The body is in a format that the service does not read. */
        CloudServersBadMediaType: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMediaTypeFault"];
            };
        };
        /** @description There is no body, it lacks the one member that it should have, or that is no object; as nova answered. */
        CloudServersReleasedUnprocessable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersUnprocessableFault"];
            };
        };
        /** @description The request contradicts the state of the resource. */
        CloudServersInProgress: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InProgressFault"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4.4.1). */
        BockListSnapshotsServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersFaultFault"];
            };
        };
        /** @description The volume never existed or has been deleted (4.4.4.2). */
        BockCreateSnapshotItemNotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ItemNotFoundFault"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4.4.2). */
        BockCreateSnapshotServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersFaultFault"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4.4.3). */
        BockGetSnapshotServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersFaultFault"];
            };
        };
        /** @description The service failed; try again after a short delay (4.4.4.4). */
        BockDeleteSnapshotServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CloudServersFaultFault"];
            };
        };
        /**
         * @description The same body as with 200, after a proxy on the way has changed it: the document names 203 beside 200 for every look
         *     at a resource. This service speaks for itself and answers 200.
         */
        OsBsNonAuthoritative: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is malformed, or what it asks for is not possible in the state that the resource is in. */
        OsBsBadRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestFault"];
                "application/xml": components["schemas"]["BadRequest"];
            };
        };
        /** @description The token is missing, invalid or expired. */
        OsBsUnauthorized: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedFault"];
                "application/xml": components["schemas"]["Unauthorized"];
            };
        };
        /** @description The request is valid, but the caller has no rights to the resource. */
        OsBsForbidden: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenFault"];
                "application/xml": components["schemas"]["Forbidden"];
            };
        };
        /** @description The URL is wrong, or the resource never existed or has been deleted. */
        OsBsItemNotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ItemNotFoundFault"];
                "application/xml": components["schemas"]["ItemNotFound"];
            };
        };
        /** @description The path exists, but not with this method. */
        OsBsBadMethod: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMethodFault"];
                "application/xml": components["schemas"]["BadMethod"];
            };
        };
        /**
         * @description A limit is exceeded, be it requests per second, a quota of the tenant, the number of metadata items or the size
         *     of a body.
         */
        OsBsOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
                "application/xml": components["schemas"]["OverLimit"];
            };
        };
        /** @description The service failed; try again after a short delay. */
        OsBsServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ComputeFaultFault"];
                "application/xml": components["schemas"]["ComputeFault"];
            };
        };
        /** @description The service cannot answer now; try again after a short delay. */
        OsBsServiceUnavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryLater"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceUnavailableFault"];
                "application/xml": components["schemas"]["ServiceUnavailable"];
            };
        };
        /** @description The body is in a format that the service does not read. */
        OsBsBadMediaType: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadMediaTypeFault"];
                "application/xml": components["schemas"]["BadMediaType"];
            };
        };
        /** @description The resource is still being made; try again when it is. */
        OsBsBuildInProgress: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BuildInProgressFault"];
                "application/xml": components["schemas"]["BuildInProgress"];
            };
        };
        /** @description A limit is exceeded, be it requests per second, a quota of the tenant or the size of a body. */
        NovaVolumeOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverLimitFault"];
            };
        };
        /** @description Tokens are had from another service, which the message names. */
        IdentityNotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The path exists, but not with this method. */
        IdentityBadMethod: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The service failed; try again after a short delay. */
        IdentityServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The body is malformed, or does not hold one proof of who asks. */
        IdentityBadRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description Nothing that was sent proves who asks, or that they belong to the tenant. */
        IdentityUnauthorized: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description Too many failures in a row, or a body that is too large. */
        IdentityOverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The body is in a format that the service does not read. */
        IdentityBadMediaType: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The token is good for no tenant. */
        IdentityForbidden: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The service cannot answer now; try again after a short delay. */
        IdentityServiceUnavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryLater"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The token is not valid, or tokens are had from another service, which the message names. */
        IdentityV3NotFound: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The path exists, but not with this method. */
        IdentityV3BadMethod: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The service failed; try again after a short delay. */
        IdentityV3ServerError: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The body is malformed, or does not hold one proof of who asks. */
        IdentityV3BadRequest: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description Nothing that was sent proves who asks, or that they may have what they ask for. */
        IdentityV3Unauthorized: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The token is not one that the caller may revoke, or is good for no project. */
        IdentityV3Forbidden: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The service cannot answer now; try again after a short delay. */
        IdentityV3ServiceUnavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryLater"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description Too many failures in a row, or a body that is too large. */
        IdentityV3OverLimit: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description The body is in a format that the service does not read. */
        IdentityV3BadMediaType: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IdentityErrorBody"];
            };
        };
        /** @description All is well. */
        Healthy: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Health"];
            };
        };
        /** @description Send requests elsewhere, or later. */
        Unavailable: {
            headers: {
                "X-Compute-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Unreadiness"];
            };
        };
    };
    parameters: {
        /**
         * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
         * @example e56a97501ac64da4af7c7a6f4ecb7426
         */
        TenantId: string;
        /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
        Limit: number;
        /** @description How many of the list to leave out at its start. */
        Offset: number;
        /** @description List only those in this status. */
        Status: string;
        /** @description List only those of exactly this name. */
        DisplayName: string;
        /**
         * @description List only those with all of these items in their metadata, written as a dictionary of Python, such as
         *     `{'purpose': 'database'}`.
         */
        MetadataFilter: string;
        /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
        AllTenants: string;
        /** @description List only those of this tenant. */
        OfTenant: string;
        /** @description List only those in this zone. */
        AvailabilityZoneFilter: string;
        /** @description List only those of the type of this name. */
        VolumeTypeFilter: string;
        /** @description List only those of the type of this identifier. */
        VolumeTypeIdFilter: string;
        /** @description List only those of this size in GB. */
        SizeFilter: string;
        /** @description List only those that were made of this snapshot. */
        SnapshotIdFilter: string;
        /** @description List only those that are copies of this volume. */
        SourceVolumeIdFilter: string;
        /** @description List only the one of this identifier. */
        IdFilter: string;
        /** @description List only those of exactly this description. */
        DescriptionFilter: string;
        /** @description List only those that this user has made. */
        UserFilter: string;
        /**
         * @description The identifier of the volume.
         * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
         */
        VolumeId: string;
        /**
         * @description The key of a metadata item.
         * @example owner
         */
        MetadataKey: string;
        /** @description List only snapshots of this volume. */
        SnapshotVolumeId: string;
        /** @description List only those whose volume had this size in GB. */
        VolumeSizeFilter: string;
        /**
         * @description The identifier of the snapshot.
         * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
         */
        SnapshotId: string;
        /**
         * @description The identifier of the backup, a number in decimal digits.
         * @example 1
         */
        BackupId: string;
        /**
         * @description The identifier of the backup to restore, a number in decimal digits.
         * @example 2
         */
        RestoredBackupId: string;
        /**
         * @description The identifier of the server.
         * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
         */
        ServerId: string;
        /**
         * @description The identifier of the volume that is attached to the server; the attachment has the same.
         * @example c3b1a45c-9f3a-4226-af72-f38709ab25f2
         */
        AttachedVolumeId: string;
        /**
         * @description The identifier of the volume, an integer; its UUID, which other documents show, is understood as well.
         * @example 4279
         */
        "VolumeId-2": string;
        /**
         * @description The identifier of the server, an integer or any other text.
         * @example 258315
         */
        "ServerId-2": string;
        /**
         * @description The identifier of the volume that is attached to the server; the attachment has the same.
         * @example 5825
         */
        "AttachedVolumeId-2": string;
        /**
         * @description The identifier of the snapshot, an integer; its UUID, which other documents show, is understood as well.
         * @example 4482
         */
        "SnapshotId-2": string;
        /**
         * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
         * @example 1234
         */
        "TenantId-2": string;
        /**
         * @description List only what has changed at this time or later, and what has been deleted since, in status `DELETED`. A time
         *     without a zone is in UTC.
         */
        ChangesSince: string;
        /** @description List only volumes of this type. */
        Type: components["schemas"]["Uuid"];
        /** @description List only volumes that were made of this backup. */
        Backup: components["schemas"]["Uuid"];
        /** @description List only those of exactly this name. */
        Name: string;
        /**
         * @description The id of the last one of the page before: list only what comes behind it. One that is not there, be it of another
         *     tenant or none, is a mistake.
         */
        Marker: components["schemas"]["Uuid"];
        /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
        "Limit-2": number;
        /** @description List only those of this size in GB. */
        Size: number;
        /**
         * @description List only volumes in this status, in capitals or not. The statuses are an open set, so a word that is none of them
         *     is the status of no volume, and not a mistake.
         */
        VolumeStatus: string;
        /**
         * @description The unique identifier of the volume, a UUID.
         * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
         */
        "VolumeId-3": string;
        /**
         * @description The key of a metadata item, a string no longer than 255 characters.
         * @example Label
         */
        "MetadataKey-2": string;
        /** @description List only backups of this volume. */
        Volume: components["schemas"]["Uuid"];
        /**
         * @description List only backups in this status, in capitals or not. The statuses are an open set, so a word that is none of them
         *     is the status of no backup, and not a mistake.
         */
        BackupStatus: string;
        /**
         * @description The unique identifier of the backup, a UUID.
         * @example f9822734-07d4-11e1-a16e-2396601839a1
         */
        "BackupId-2": string;
        /**
         * @description The unique identifier of the type, a UUID.
         * @example 35e1c8d2-e477-11e0-93ed-4f2505dfa32e
         */
        TypeId: string;
        /**
         * @description The identifier of the type, a UUID.
         * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
         */
        VolumeTypeId: string;
        /**
         * @description The key of the pair.
         * @example disks
         */
        ExtraSpecKey: string;
        /**
         * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
         * @example e56a97501ac64da4af7c7a6f4ecb7426
         */
        QuotaTenantId: string;
        /**
         * @description With one of the words 1, t, true, on, y and yes, in letters of any case, each number becomes what is in use, the
         *     limit, and what is reserved.
         */
        Usage: string;
        /**
         * @description The class; there is one, `default`.
         * @example default
         */
        QuotaClassName: string;
        /**
         * @description The short name of the extension.
         * @example os-quota-sets
         */
        ExtensionAlias: string;
        /** @description List only services of exactly this host. */
        ServiceHost: string;
        /** @description List only services of exactly this program. */
        ServiceBinary: string;
        /**
         * @description The alias of the extension.
         * @example os-volumes
         */
        "ExtensionAlias-2": string;
        /**
         * @description The token that is asked about. Without one, the answer is 400.
         * @example 0f5a7c1e9b3d4b6f8a2c4e6d8f0a1b3c
         */
        subjectToken: string;
        /** @description The catalog is left out, whatever the value is. */
        nocatalog: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The id of this request in the logs of the service, new for each request (4.3.4).
         * @example req-3135cb3b-5ca9-4f5e-8f57-7225cdddc6d2
         */
        RequestId: string;
        /**
         * @description Where to get a token.
         * @example Keystone uri='/v2.0'
         */
        WwwAuthenticate: string;
        /**
         * @description The methods that this path has, separated by commas.
         * @example GET, HEAD, POST
         */
        Allow: string;
        /**
         * @description Seconds until another request is allowed (4.4). Zero where waiting does not help, because the limit is a quota
         *     or the size of a body.
         * @example 0
         */
        RetryAfter: number;
        /**
         * @description Seconds until another try makes sense, where the service knows.
         * @example 1
         */
        RetryLater: number;
        /**
         * @description The URL of what was created, as later releases of the service gave it.
         * @example http://127.0.0.1:8776/v1.1/e56a97501ac64da4af7c7a6f4ecb7426/os-volumes/5825
         */
        CreatedLocation: string;
        /**
         * @description The URL of what was created, the same as its self link.
         * @example http://servers.api.openstack.org/v1.1/1234/OS-BS/volumes/15e59938-07d5-11e1-90e3-e3dffe0c5983
         */
        Location: string;
        /**
         * @description The token, which goes into the `X-Auth-Token` header. It has no meaning of its own.
         * @example 0f5a7c1e9b3d4b6f8a2c4e6d8f0a1b3c
         */
        SubjectToken: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "hp-block-storage-v1/list-volumes": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /**
                 * @description List only those with all of these items in their metadata, written as a dictionary of Python, such as
                 *     `{'purpose': 'database'}`.
                 */
                metadata?: components["parameters"]["MetadataFilter"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
                /** @description List only those in this zone. */
                availability_zone?: components["parameters"]["AvailabilityZoneFilter"];
                /** @description List only those of the type of this name. */
                volume_type?: components["parameters"]["VolumeTypeFilter"];
                /** @description List only those of the type of this identifier. */
                volume_type_id?: components["parameters"]["VolumeTypeIdFilter"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["SizeFilter"];
                /** @description List only those that were made of this snapshot. */
                snapshot_id?: components["parameters"]["SnapshotIdFilter"];
                /** @description List only those that are copies of this volume. */
                source_volid?: components["parameters"]["SourceVolumeIdFilter"];
                /** @description List only the one of this identifier. */
                id?: components["parameters"]["IdFilter"];
                /** @description List only those of exactly this description. */
                display_description?: components["parameters"]["DescriptionFilter"];
                /** @description List only those that this user has made. */
                user_id?: components["parameters"]["UserFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumesBody"];
                    "application/xml": components["schemas"]["Volumes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/create-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVolumeBody"];
                "application/xml": components["schemas"]["NewVolume"];
            };
        };
        responses: {
            /** @description The volume, which is being created. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeBody"];
                    "application/xml": components["schemas"]["Volume"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["VolumeOverLimit"];
            415: components["responses"]["BadMediaType"];
            422: components["responses"]["ReleasedUnprocessable"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/list-volumes-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /**
                 * @description List only those with all of these items in their metadata, written as a dictionary of Python, such as
                 *     `{'purpose': 'database'}`.
                 */
                metadata?: components["parameters"]["MetadataFilter"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
                /** @description List only those in this zone. */
                availability_zone?: components["parameters"]["AvailabilityZoneFilter"];
                /** @description List only those of the type of this name. */
                volume_type?: components["parameters"]["VolumeTypeFilter"];
                /** @description List only those of the type of this identifier. */
                volume_type_id?: components["parameters"]["VolumeTypeIdFilter"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["SizeFilter"];
                /** @description List only those that were made of this snapshot. */
                snapshot_id?: components["parameters"]["SnapshotIdFilter"];
                /** @description List only those that are copies of this volume. */
                source_volid?: components["parameters"]["SourceVolumeIdFilter"];
                /** @description List only the one of this identifier. */
                id?: components["parameters"]["IdFilter"];
                /** @description List only those of exactly this description. */
                display_description?: components["parameters"]["DescriptionFilter"];
                /** @description List only those that this user has made. */
                user_id?: components["parameters"]["UserFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeDetailsBody"];
                    "application/xml": components["schemas"]["VolumeDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/get-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeDetailBody"];
                    "application/xml": components["schemas"]["VolumeDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/update-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVolumeBody"];
                "application/xml": components["schemas"]["VolumeUpdate"];
            };
        };
        responses: {
            /** @description The volume, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeBody"];
                    "application/xml": components["schemas"]["Volume"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            422: components["responses"]["ReleasedUnprocessable"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/delete-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-volumes-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /**
                 * @description List only those with all of these items in their metadata, written as a dictionary of Python, such as
                 *     `{'purpose': 'database'}`.
                 */
                metadata?: components["parameters"]["MetadataFilter"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
                /** @description List only those in this zone. */
                availability_zone?: components["parameters"]["AvailabilityZoneFilter"];
                /** @description List only those of the type of this name. */
                volume_type?: components["parameters"]["VolumeTypeFilter"];
                /** @description List only those of the type of this identifier. */
                volume_type_id?: components["parameters"]["VolumeTypeIdFilter"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["SizeFilter"];
                /** @description List only those that were made of this snapshot. */
                snapshot_id?: components["parameters"]["SnapshotIdFilter"];
                /** @description List only those that are copies of this volume. */
                source_volid?: components["parameters"]["SourceVolumeIdFilter"];
                /** @description List only the one of this identifier. */
                id?: components["parameters"]["IdFilter"];
                /** @description List only those of exactly this description. */
                display_description?: components["parameters"]["DescriptionFilter"];
                /** @description List only those that this user has made. */
                user_id?: components["parameters"]["UserFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeDetailsBody"];
                    "application/xml": components["schemas"]["VolumeDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-volume-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetadataBody"];
                    "application/xml": components["schemas"]["CinderMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/replace-volume-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CinderMetadataBody"];
                "application/xml": components["schemas"]["CinderMetadata"];
            };
        };
        responses: {
            /** @description The metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetadataBody"];
                    "application/xml": components["schemas"]["CinderMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/update-volume-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CinderMetadataBody"];
                "application/xml": components["schemas"]["CinderMetadata"];
            };
        };
        responses: {
            /** @description The metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetadataBody"];
                    "application/xml": components["schemas"]["CinderMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-volume-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetaBody"];
                    "application/xml": components["schemas"]["CinderMeta"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/set-volume-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CinderMetaBody"];
                "application/xml": components["schemas"]["CinderMeta"];
            };
        };
        responses: {
            /** @description The item, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetaBody"];
                    "application/xml": components["schemas"]["CinderMeta"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/delete-volume-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item is gone; there is no body. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-snapshots-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /** @description List only snapshots of this volume. */
                volume_id?: components["parameters"]["SnapshotVolumeId"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
                /** @description List only those whose volume had this size in GB. */
                volume_size?: components["parameters"]["VolumeSizeFilter"];
                /** @description List only the one of this identifier. */
                id?: components["parameters"]["IdFilter"];
                /** @description List only those of exactly this description. */
                display_description?: components["parameters"]["DescriptionFilter"];
                /** @description List only those that this user has made. */
                user_id?: components["parameters"]["UserFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDetailsBody"];
                    "application/xml": components["schemas"]["SnapshotDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-snapshot-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetadataBody"];
                    "application/xml": components["schemas"]["CinderMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/replace-snapshot-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CinderMetadataBody"];
                "application/xml": components["schemas"]["CinderMetadata"];
            };
        };
        responses: {
            /** @description The metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetadataBody"];
                    "application/xml": components["schemas"]["CinderMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/update-snapshot-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CinderMetadataBody"];
                "application/xml": components["schemas"]["CinderMetadata"];
            };
        };
        responses: {
            /** @description The metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetadataBody"];
                    "application/xml": components["schemas"]["CinderMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-snapshot-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetaBody"];
                    "application/xml": components["schemas"]["CinderMeta"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/set-snapshot-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CinderMetaBody"];
                "application/xml": components["schemas"]["CinderMeta"];
            };
        };
        responses: {
            /** @description The item, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderMetaBody"];
                    "application/xml": components["schemas"]["CinderMeta"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/delete-snapshot-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
                /**
                 * @description The key of a metadata item.
                 * @example owner
                 */
                key: components["parameters"]["MetadataKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item is gone; there is no body. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/list-snapshots": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /** @description List only snapshots of this volume. */
                volume_id?: components["parameters"]["SnapshotVolumeId"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
                /** @description List only those whose volume had this size in GB. */
                volume_size?: components["parameters"]["VolumeSizeFilter"];
                /** @description List only the one of this identifier. */
                id?: components["parameters"]["IdFilter"];
                /** @description List only those of exactly this description. */
                display_description?: components["parameters"]["DescriptionFilter"];
                /** @description List only those that this user has made. */
                user_id?: components["parameters"]["UserFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotsBody"];
                    "application/xml": components["schemas"]["Snapshots"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/create-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSnapshotBody"];
                "application/xml": components["schemas"]["NewSnapshot"];
            };
        };
        responses: {
            /** @description The snapshot, which is being created. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotBody"];
                    "application/xml": components["schemas"]["Snapshot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            422: components["responses"]["ReleasedUnprocessable"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/list-snapshots-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /** @description List only snapshots of this volume. */
                volume_id?: components["parameters"]["SnapshotVolumeId"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
                /** @description List only those whose volume had this size in GB. */
                volume_size?: components["parameters"]["VolumeSizeFilter"];
                /** @description List only the one of this identifier. */
                id?: components["parameters"]["IdFilter"];
                /** @description List only those of exactly this description. */
                display_description?: components["parameters"]["DescriptionFilter"];
                /** @description List only those that this user has made. */
                user_id?: components["parameters"]["UserFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDetailsBody"];
                    "application/xml": components["schemas"]["SnapshotDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/get-snapshot-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDetailBody"];
                    "application/xml": components["schemas"]["SnapshotDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/update-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSnapshotBody"];
                "application/xml": components["schemas"]["SnapshotUpdate"];
            };
        };
        responses: {
            /** @description The snapshot, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotBody"];
                    "application/xml": components["schemas"]["Snapshot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            422: components["responses"]["ReleasedUnprocessable"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/delete-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/list-backups": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupSummariesBody"];
                    "application/xml": components["schemas"]["BackupSummaries"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/create-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBackupBody"];
                "application/xml": components["schemas"]["NewBackup"];
            };
        };
        responses: {
            /** @description The backup, which is being created. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupBody"];
                    "application/xml": components["schemas"]["Backup"];
                };
            };
            /** @description The backup, which is being created. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupBody"];
                    "application/xml": components["schemas"]["Backup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/list-backups-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
                /** @description List only those in this status. */
                status?: components["parameters"]["Status"];
                /** @description List only those of exactly this name. */
                display_name?: components["parameters"]["DisplayName"];
                /** @description List those of all tenants; with any value but `0`, `false` and nothing. */
                all_tenants?: components["parameters"]["AllTenants"];
                /** @description List only those of this tenant. */
                project_id?: components["parameters"]["OfTenant"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsBody"];
                    "application/xml": components["schemas"]["Backups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/get-backup-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupBody"];
                    "application/xml": components["schemas"]["Backup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/delete-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/restore-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup to restore, a number in decimal digits.
                 * @example 2
                 */
                backup_id: components["parameters"]["RestoredBackupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRestoreBody"];
                "application/xml": components["schemas"]["NewRestore"];
            };
        };
        responses: {
            /** @description Which backup is being restored to which volume. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoreBody"];
                    "application/xml": components["schemas"]["Restore"];
                };
            };
            /** @description Which backup is being restored to which volume. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoreBody"];
                    "application/xml": components["schemas"]["Restore"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/list-attached-volumes": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server.
                 * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
                 */
                server_id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachments of the server. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeAttachmentsBody"];
                    "application/xml": components["schemas"]["VolumeAttachments"];
                };
            };
            400: components["responses"]["ComputeBadRequest"];
            401: components["responses"]["ComputeUnauthorized"];
            403: components["responses"]["ComputeForbidden"];
            404: components["responses"]["ComputeItemNotFound"];
            405: components["responses"]["ComputeBadMethod"];
            413: components["responses"]["ComputeOverLimit"];
            500: components["responses"]["ComputeServerError"];
            503: components["responses"]["ComputeServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/attach-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server.
                 * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
                 */
                server_id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVolumeAttachmentBody"];
                "application/xml": components["schemas"]["NewVolumeAttachment"];
            };
        };
        responses: {
            /** @description The attachment. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeAttachmentBody"];
                    "application/xml": components["schemas"]["VolumeAttachment"];
                };
            };
            400: components["responses"]["ComputeBadRequest"];
            401: components["responses"]["ComputeUnauthorized"];
            403: components["responses"]["ComputeForbidden"];
            404: components["responses"]["ComputeItemNotFound"];
            405: components["responses"]["ComputeBadMethod"];
            409: components["responses"]["ComputeConflictingRequest"];
            413: components["responses"]["ComputeOverLimit"];
            415: components["responses"]["ComputeBadMediaType"];
            422: components["responses"]["ComputeReleasedUnprocessable"];
            500: components["responses"]["ComputeServerError"];
            503: components["responses"]["ComputeServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/get-attached-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server.
                 * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
                 */
                server_id: components["parameters"]["ServerId"];
                /**
                 * @description The identifier of the volume that is attached to the server; the attachment has the same.
                 * @example c3b1a45c-9f3a-4226-af72-f38709ab25f2
                 */
                volume_id: components["parameters"]["AttachedVolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachment. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeAttachmentBody"];
                    "application/xml": components["schemas"]["VolumeAttachment"];
                };
            };
            400: components["responses"]["ComputeBadRequest"];
            401: components["responses"]["ComputeUnauthorized"];
            403: components["responses"]["ComputeForbidden"];
            404: components["responses"]["ComputeItemNotFound"];
            405: components["responses"]["ComputeBadMethod"];
            413: components["responses"]["ComputeOverLimit"];
            500: components["responses"]["ComputeServerError"];
            503: components["responses"]["ComputeServiceUnavailable"];
        };
    };
    "hp-block-storage-v1/detach-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server.
                 * @example bb6a4f73-c851-4d62-8ef4-56c9b6c12df1
                 */
                server_id: components["parameters"]["ServerId"];
                /**
                 * @description The identifier of the volume that is attached to the server; the attachment has the same.
                 * @example c3b1a45c-9f3a-4226-af72-f38709ab25f2
                 */
                volume_id: components["parameters"]["AttachedVolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is being detached; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ComputeBadRequest"];
            401: components["responses"]["ComputeUnauthorized"];
            403: components["responses"]["ComputeForbidden"];
            404: components["responses"]["ComputeItemNotFound"];
            405: components["responses"]["ComputeBadMethod"];
            413: components["responses"]["ComputeOverLimit"];
            500: components["responses"]["ComputeServerError"];
            503: components["responses"]["ComputeServiceUnavailable"];
        };
    };
    "cinder-v1/act-on-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VolumeActionBody"];
                "application/xml": components["schemas"]["VolumeActionBody"];
            };
        };
        responses: {
            /** @description Where the volume is found, after `os-initialize_connection`. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionInfoBody"];
                    "application/xml": components["schemas"]["ConnectionInfo"];
                };
            };
            /** @description It is done, or under way. There is a body after `os-volume_upload_image` alone. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeImageUploadBody"];
                    "application/xml": components["schemas"]["VolumeImageUpload"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            409: components["responses"]["ConflictingRequest"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/act-on-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnapshotActionBody"];
                "application/xml": components["schemas"]["SnapshotActionBody"];
            };
        };
        responses: {
            /** @description It is done, or under way; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/list-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVersionsBody"];
                };
            };
            405: components["responses"]["CloudServersBadMethod"];
            500: components["responses"]["CloudServersServerError"];
        };
    };
    "hp-bock-v1.1/get-version-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVersionBody"];
                };
            };
            405: components["responses"]["CloudServersBadMethod"];
            500: components["responses"]["BockVersionInfoServerError"];
        };
    };
    "hp-bock-v1.1/list-volumes": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVolumesBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/create-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BockNewVolumeBody"];
            };
        };
        responses: {
            /** @description The volume, which is being created. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["CreatedLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVolumeBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["BockVolumeOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            422: components["responses"]["CloudServersReleasedUnprocessable"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/list-volumes-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVolumesBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/get-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4279
                 */
                volume_id: components["parameters"]["VolumeId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVolumeBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/delete-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4279
                 */
                volume_id: components["parameters"]["VolumeId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/list-attached-volumes": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server, an integer or any other text.
                 * @example 258315
                 */
                server_id: components["parameters"]["ServerId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachments of the server. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVolumeAttachmentsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/attach-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server, an integer or any other text.
                 * @example 258315
                 */
                server_id: components["parameters"]["ServerId-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BockNewVolumeAttachmentBody"];
            };
        };
        responses: {
            /** @description The volume that is attached. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockAttachedBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            409: components["responses"]["CloudServersInProgress"];
            413: components["responses"]["CloudServersOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            422: components["responses"]["CloudServersReleasedUnprocessable"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/get-attached-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server, an integer or any other text.
                 * @example 258315
                 */
                server_id: components["parameters"]["ServerId-2"];
                /**
                 * @description The identifier of the volume that is attached to the server; the attachment has the same.
                 * @example 5825
                 */
                volume_id: components["parameters"]["AttachedVolumeId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachment. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVolumeAttachmentBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/detach-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the server, an integer or any other text.
                 * @example 258315
                 */
                server_id: components["parameters"]["ServerId-2"];
                /**
                 * @description The identifier of the volume that is attached to the server; the attachment has the same.
                 * @example 5825
                 */
                volume_id: components["parameters"]["AttachedVolumeId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is being detached; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/list-snapshots": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockSnapshotsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["BockListSnapshotsServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/create-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BockNewSnapshotBody"];
            };
        };
        responses: {
            /** @description The snapshot, which is being taken. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["CreatedLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockCreatedSnapshotBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["BockCreateSnapshotItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            422: components["responses"]["CloudServersReleasedUnprocessable"];
            500: components["responses"]["BockCreateSnapshotServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/list-snapshots-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockSnapshotsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/get-snapshot-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4482
                 */
                snapshot_id: components["parameters"]["SnapshotId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockSnapshotDetailsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["BockGetSnapshotServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-bock-v1.1/delete-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4482
                 */
                snapshot_id: components["parameters"]["SnapshotId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the document says (4.4.4.4); there is no body. This service answers 202. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The snapshot is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["BockDeleteSnapshotServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-volume-backup-v1.1/list-backups": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HpBackupSummariesBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            /** @description The service failed; try again later. */
            500: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudServersFaultFault"];
                };
            };
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-volume-backup-v1.1/create-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HpBackupRequestBody"];
            };
        };
        responses: {
            /** @description The backup, which is being created. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HpBackupCreatedBody"];
                };
            };
            /** @description What is asked cannot be done, or the request is malformed. */
            400: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequestFault"];
                };
            };
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            /** @description There is no such resource, or not any more. */
            404: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemNotFoundFault"];
                };
            };
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            /** @description The service failed; try again later. */
            500: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudServersFaultFault"];
                };
            };
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-volume-backup-v1.1/list-backups-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HpBackupsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            /** @description The service failed; try again later. */
            500: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudServersFaultFault"];
                };
            };
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-volume-backup-v1.1/show-backup-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HpBackupBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            /** @description There is no such resource, or not any more. */
            404: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemNotFoundFault"];
                };
            };
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            /** @description The service failed; try again later. */
            500: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudServersFaultFault"];
                };
            };
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-volume-backup-v1.1/delete-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is asked cannot be done, or the request is malformed. */
            400: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequestFault"];
                };
            };
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            /** @description There is no such resource, or not any more. */
            404: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemNotFoundFault"];
                };
            };
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            /** @description The service failed; try again later. */
            500: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudServersFaultFault"];
                };
            };
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "hp-volume-backup-v1.1/restore-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the backup, a number in decimal digits.
                 * @example 1
                 */
                backup_id: components["parameters"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HpBackupRestoreRequestBody"];
            };
        };
        responses: {
            /** @description Which backup is being restored to which volume. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HpBackupRestoreBody"];
                };
            };
            /** @description What is asked cannot be done, or the request is malformed. */
            400: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequestFault"];
                };
            };
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            /** @description There is no such resource, or not any more. */
            404: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemNotFoundFault"];
                };
            };
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            /** @description The service failed; try again later. */
            500: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudServersFaultFault"];
                };
            };
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "os-bs-2011/list-volumes": {
        parameters: {
            query?: {
                /**
                 * @description List only what has changed at this time or later, and what has been deleted since, in status `DELETED`. A time
                 *     without a zone is in UTC.
                 */
                "changes-since"?: components["parameters"]["ChangesSince"];
                /** @description List only volumes of this type. */
                type?: components["parameters"]["Type"];
                /** @description List only volumes that were made of this backup. */
                backup?: components["parameters"]["Backup"];
                /** @description List only those of exactly this name. */
                name?: components["parameters"]["Name"];
                /**
                 * @description The id of the last one of the page before: list only what comes behind it. One that is not there, be it of another
                 *     tenant or none, is a mistake.
                 */
                marker?: components["parameters"]["Marker"];
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit-2"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["Size"];
                /**
                 * @description List only volumes in this status, in capitals or not. The statuses are an open set, so a word that is none of them
                 *     is the status of no volume, and not a mistake.
                 */
                status?: components["parameters"]["VolumeStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsVolumeSummariesBody"];
                    "application/xml": components["schemas"]["OsBsVolumeSummaries"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/create-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsNewVolumeBody"];
                "application/xml": components["schemas"]["OsBsNewVolume"];
            };
        };
        responses: {
            /** @description The volume, which is being created. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsVolumeBody"];
                    "application/xml": components["schemas"]["OsBsVolume"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-volumes-details": {
        parameters: {
            query?: {
                /**
                 * @description List only what has changed at this time or later, and what has been deleted since, in status `DELETED`. A time
                 *     without a zone is in UTC.
                 */
                "changes-since"?: components["parameters"]["ChangesSince"];
                /** @description List only volumes of this type. */
                type?: components["parameters"]["Type"];
                /** @description List only volumes that were made of this backup. */
                backup?: components["parameters"]["Backup"];
                /** @description List only those of exactly this name. */
                name?: components["parameters"]["Name"];
                /**
                 * @description The id of the last one of the page before: list only what comes behind it. One that is not there, be it of another
                 *     tenant or none, is a mistake.
                 */
                marker?: components["parameters"]["Marker"];
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit-2"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["Size"];
                /**
                 * @description List only volumes in this status, in capitals or not. The statuses are an open set, so a word that is none of them
                 *     is the status of no volume, and not a mistake.
                 */
                status?: components["parameters"]["VolumeStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsVolumesBody"];
                    "application/xml": components["schemas"]["OsBsVolumes"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/get-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsVolumeBody"];
                    "application/xml": components["schemas"]["OsBsVolume"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/update-volume-name": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsVolumeUpdateBody"];
                "application/xml": components["schemas"]["OsBsVolumeUpdate"];
            };
        };
        responses: {
            /** @description The volume under its new name. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsVolumeBody"];
                    "application/xml": components["schemas"]["OsBsVolume"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/delete-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is being deleted; there is no body. */
            204: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-volume-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetadataBody"];
                    "application/xml": components["schemas"]["OsBsMetadata"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/replace-volume-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsMetadataBody"];
                "application/xml": components["schemas"]["OsBsMetadata"];
            };
        };
        responses: {
            /** @description The metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetadataBody"];
                    "application/xml": components["schemas"]["OsBsMetadata"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/update-volume-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsMetadataBody"];
                "application/xml": components["schemas"]["OsBsMetadata"];
            };
        };
        responses: {
            /** @description All of the metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetadataBody"];
                    "application/xml": components["schemas"]["OsBsMetadata"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/get-volume-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetaBody"];
                    "application/xml": components["schemas"]["OsBsMeta"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/set-volume-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsMetaBody"];
                "application/xml": components["schemas"]["OsBsMeta"];
            };
        };
        responses: {
            /** @description The item, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetaBody"];
                    "application/xml": components["schemas"]["OsBsMeta"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/delete-volume-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the volume, a UUID.
                 * @example 15e59938-07d5-11e1-90e3-e3dffe0c5983
                 */
                id: components["parameters"]["VolumeId-3"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item is gone; there is no body. */
            204: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-backups": {
        parameters: {
            query?: {
                /**
                 * @description List only what has changed at this time or later, and what has been deleted since, in status `DELETED`. A time
                 *     without a zone is in UTC.
                 */
                "changes-since"?: components["parameters"]["ChangesSince"];
                /** @description List only backups of this volume. */
                volume?: components["parameters"]["Volume"];
                /** @description List only those of exactly this name. */
                name?: components["parameters"]["Name"];
                /**
                 * @description The id of the last one of the page before: list only what comes behind it. One that is not there, be it of another
                 *     tenant or none, is a mistake.
                 */
                marker?: components["parameters"]["Marker"];
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit-2"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["Size"];
                /**
                 * @description List only backups in this status, in capitals or not. The statuses are an open set, so a word that is none of them
                 *     is the status of no backup, and not a mistake.
                 */
                status?: components["parameters"]["BackupStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsBackupSummariesBody"];
                    "application/xml": components["schemas"]["OsBsBackupSummaries"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/create-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsNewBackupBody"];
                "application/xml": components["schemas"]["OsBsNewBackup"];
            };
        };
        responses: {
            /** @description The backup, which is being made. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsBackupBody"];
                    "application/xml": components["schemas"]["OsBsBackup"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-backups-details": {
        parameters: {
            query?: {
                /**
                 * @description List only what has changed at this time or later, and what has been deleted since, in status `DELETED`. A time
                 *     without a zone is in UTC.
                 */
                "changes-since"?: components["parameters"]["ChangesSince"];
                /** @description List only backups of this volume. */
                volume?: components["parameters"]["Volume"];
                /** @description List only those of exactly this name. */
                name?: components["parameters"]["Name"];
                /**
                 * @description The id of the last one of the page before: list only what comes behind it. One that is not there, be it of another
                 *     tenant or none, is a mistake.
                 */
                marker?: components["parameters"]["Marker"];
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit-2"];
                /** @description List only those of this size in GB. */
                size?: components["parameters"]["Size"];
                /**
                 * @description List only backups in this status, in capitals or not. The statuses are an open set, so a word that is none of them
                 *     is the status of no backup, and not a mistake.
                 */
                status?: components["parameters"]["BackupStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsBackupsBody"];
                    "application/xml": components["schemas"]["OsBsBackups"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/get-backup-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup, in detail. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsBackupBody"];
                    "application/xml": components["schemas"]["OsBsBackup"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/update-backup-name": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsBackupUpdateBody"];
                "application/xml": components["schemas"]["OsBsBackupUpdate"];
            };
        };
        responses: {
            /** @description The backup under its new name. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsBackupBody"];
                    "application/xml": components["schemas"]["OsBsBackup"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/delete-backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup is being deleted; there is no body. */
            204: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-backup-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetadataBody"];
                    "application/xml": components["schemas"]["OsBsMetadata"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/replace-backup-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsMetadataBody"];
                "application/xml": components["schemas"]["OsBsMetadata"];
            };
        };
        responses: {
            /** @description The metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetadataBody"];
                    "application/xml": components["schemas"]["OsBsMetadata"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/update-backup-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsMetadataBody"];
                "application/xml": components["schemas"]["OsBsMetadata"];
            };
        };
        responses: {
            /** @description All of the metadata, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetadataBody"];
                    "application/xml": components["schemas"]["OsBsMetadata"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/get-backup-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetaBody"];
                    "application/xml": components["schemas"]["OsBsMeta"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/set-backup-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OsBsMetaBody"];
                "application/xml": components["schemas"]["OsBsMeta"];
            };
        };
        responses: {
            /** @description The item, as it is now. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsMetaBody"];
                    "application/xml": components["schemas"]["OsBsMeta"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            415: components["responses"]["OsBsBadMediaType"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/delete-backup-metadata-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the backup, a UUID.
                 * @example f9822734-07d4-11e1-a16e-2396601839a1
                 */
                id: components["parameters"]["BackupId-2"];
                /**
                 * @description The key of a metadata item, a string no longer than 255 characters.
                 * @example Label
                 */
                key: components["parameters"]["MetadataKey-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item is gone; there is no body. */
            204: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            409: components["responses"]["OsBsBuildInProgress"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-types": {
        parameters: {
            query?: {
                /** @description List only those of exactly this name. */
                name?: components["parameters"]["Name"];
                /**
                 * @description The id of the last one of the page before: list only what comes behind it. One that is not there, be it of another
                 *     tenant or none, is a mistake.
                 */
                marker?: components["parameters"]["Marker"];
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit-2"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsTypesBody"];
                    "application/xml": components["schemas"]["OsBsTypes"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/get-type-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
                /**
                 * @description The unique identifier of the type, a UUID.
                 * @example 35e1c8d2-e477-11e0-93ed-4f2505dfa32e
                 */
                id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsTypeBody"];
                    "application/xml": components["schemas"]["OsBsType"];
                };
            };
            203: components["responses"]["OsBsNonAuthoritative"];
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/query-extensions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extensions. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsExtensionsBody"];
                    "application/xml": components["schemas"]["OsBsExtensions"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "os-bs-2011/list-limits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant who owns the resource; the tenant of the token.
                 * @example 1234
                 */
                tenant_id: components["parameters"]["TenantId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OsBsLimitsBody"];
                    "application/xml": components["schemas"]["OsBsLimits"];
                };
            };
            400: components["responses"]["OsBsBadRequest"];
            401: components["responses"]["OsBsUnauthorized"];
            403: components["responses"]["OsBsForbidden"];
            404: components["responses"]["OsBsItemNotFound"];
            405: components["responses"]["OsBsBadMethod"];
            413: components["responses"]["OsBsOverLimit"];
            500: components["responses"]["OsBsServerError"];
            503: components["responses"]["OsBsServiceUnavailable"];
        };
    };
    "cinder-v1/list-types": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderTypesBody"];
                    "application/xml": components["schemas"]["CinderTypes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/create-type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCinderTypeBody"];
                "application/xml": components["schemas"]["NewCinderType"];
            };
        };
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderTypeBody"];
                    "application/xml": components["schemas"]["CinderType"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            409: components["responses"]["ConflictingRequest"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-type-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderTypeBody"];
                    "application/xml": components["schemas"]["CinderType"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/delete-type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type is gone; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-extra-specs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys and values. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraSpecsBody"];
                    "application/xml": components["schemas"]["ExtraSpecs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/set-extra-specs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtraSpecsBody"];
                "application/xml": components["schemas"]["ExtraSpecs"];
            };
        };
        responses: {
            /** @description What was set. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraSpecsBody"];
                    "application/xml": components["schemas"]["ExtraSpecs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-extra-spec": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
                /**
                 * @description The key of the pair.
                 * @example disks
                 */
                key: components["parameters"]["ExtraSpecKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pair. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraSpec"];
                    "application/xml": components["schemas"]["ExtraSpec"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/set-extra-spec": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
                /**
                 * @description The key of the pair.
                 * @example disks
                 */
                key: components["parameters"]["ExtraSpecKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtraSpec"];
                "application/xml": components["schemas"]["ExtraSpec"];
            };
        };
        responses: {
            /** @description The pair. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraSpec"];
                    "application/xml": components["schemas"]["ExtraSpec"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/delete-extra-spec": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the type, a UUID.
                 * @example 02d1ab86-e479-11e0-98ab-c7be696d5830
                 */
                type_id: components["parameters"]["VolumeTypeId"];
                /**
                 * @description The key of the pair.
                 * @example disks
                 */
                key: components["parameters"]["ExtraSpecKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pair is gone; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-quota-set": {
        parameters: {
            query?: {
                /**
                 * @description With one of the words 1, t, true, on, y and yes, in letters of any case, each number becomes what is in use, the
                 *     limit, and what is reserved.
                 */
                usage?: components["parameters"]["Usage"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                quota_tenant_id: components["parameters"]["QuotaTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaSetBody"];
                    "application/xml": components["schemas"]["QuotaSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/update-quota-set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                quota_tenant_id: components["parameters"]["QuotaTenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuotaSetBody"];
                "application/xml": components["schemas"]["NewQuotaSet"];
            };
        };
        responses: {
            /** @description All limits of the tenant. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaSetBody"];
                    "application/xml": components["schemas"]["QuotaSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/delete-quota-set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                quota_tenant_id: components["parameters"]["QuotaTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-quota-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The tenant whose limits they are. Any other than the caller's own is for administrators.
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                quota_tenant_id: components["parameters"]["QuotaTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaSetBody"];
                    "application/xml": components["schemas"]["QuotaSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-quota-class-set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The class; there is one, `default`.
                 * @example default
                 */
                class_name: components["parameters"]["QuotaClassName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaClassSetBody"];
                    "application/xml": components["schemas"]["QuotaClassSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/update-quota-class-set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The class; there is one, `default`.
                 * @example default
                 */
                class_name: components["parameters"]["QuotaClassName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuotaClassSetBody"];
                "application/xml": components["schemas"]["NewQuotaClassSet"];
            };
        };
        responses: {
            /** @description All limits of the class. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaClassSetBody"];
                    "application/xml": components["schemas"]["QuotaClassSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            415: components["responses"]["BadMediaType"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-limits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderLimitsBody"];
                    "application/xml": components["schemas"]["CinderLimits"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-availability-zones": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zones. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityZonesBody"];
                    "application/xml": components["schemas"]["AvailabilityZones"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-extensions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extensions. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderExtensionsBody"];
                    "application/xml": components["schemas"]["CinderExtensions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/get-extension": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The short name of the extension.
                 * @example os-quota-sets
                 */
                alias: components["parameters"]["ExtensionAlias"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extension. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CinderExtensionBody"];
                    "application/xml": components["schemas"]["CinderExtension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinder-v1/list-services": {
        parameters: {
            query?: {
                /** @description List only services of exactly this host. */
                host?: components["parameters"]["ServiceHost"];
                /** @description List only services of exactly this program. */
                binary?: components["parameters"]["ServiceBinary"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicesBody"];
                    "application/xml": components["schemas"]["Services"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "cinderblock/get-volume-version-info": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Who logs in.
                 * @example dev
                 */
                "X-Auth-User"?: string;
                /**
                 * @description The password of that user.
                 * @example dev
                 */
                "X-Auth-Key"?: string;
                /**
                 * @description Name or id of the tenant that the token shall be for; left out, that of the user.
                 * @example dev
                 */
                "X-Auth-Project-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVersionBody"];
                };
            };
            /** @description The login is good. */
            204: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The token.
                     * @example 0f5a7c1e9b3d4b6f8a2c4e6d8f0a1b3c
                     */
                    "X-Auth-Token": string;
                    /**
                     * @description Where the volume service is called; the paths of its operations go behind it.
                     * @example http://127.0.0.1:8776/v1/dev
                     */
                    "X-Server-Management-Url": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ItemNotFound"];
            405: components["responses"]["BadMethod"];
            413: components["responses"]["OverLimit"];
            500: components["responses"]["ServerError"];
        };
    };
    "nova/list-bootable-volumes": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaBootableVolumesBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/get-bootable-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume, an integer; its UUID, which other documents show, is understood as well.
                 * @example 4279
                 */
                volume_id: components["parameters"]["VolumeId-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaBootableVolumeBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/get-first-extension": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The alias of the extension.
                 * @example os-volumes
                 */
                alias: components["parameters"]["ExtensionAlias-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extension. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaExtensionBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/get-version-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BockVersionBody"];
                };
            };
            405: components["responses"]["ComputeBadMethod"];
            500: components["responses"]["CloudServersServerError"];
        };
    };
    "nova/list-extensions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extensions. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaExtensionsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/get-extension": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The alias of the extension.
                 * @example os-volumes
                 */
                alias: components["parameters"]["ExtensionAlias-2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extension. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaExtensionBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/list-volumes": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaVolumesBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/create-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NovaNewVolumeBody"];
            };
        };
        responses: {
            /** @description The volume, which is being created. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["CreatedLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaVolumeBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["NovaVolumeOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/list-volumes-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaVolumesBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/get-volume-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaVolumeBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/delete-volume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the volume.
                 * @example 9b93609e-229f-4e99-8f1e-721fcd86e7db
                 */
                volume_id: components["parameters"]["VolumeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/list-snapshots": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaSnapshotsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/create-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NovaNewSnapshotBody"];
            };
        };
        responses: {
            /** @description The snapshot, which is being taken. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["CreatedLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaSnapshotBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            415: components["responses"]["CloudServersBadMediaType"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/list-snapshots-details": {
        parameters: {
            query?: {
                /** @description How many to list at most. Zero, and anything over 1000, means 1000; so does leaving it out. */
                limit?: components["parameters"]["Limit"];
                /** @description How many of the list to leave out at its start. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaSnapshotsBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/get-snapshot-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NovaSnapshotBody"];
                };
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "nova/delete-snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The unique identifier of the tenant or account; the tenant of the token (3.1).
                 * @example e56a97501ac64da4af7c7a6f4ecb7426
                 */
                tenant_id: components["parameters"]["TenantId"];
                /**
                 * @description The identifier of the snapshot.
                 * @example 49bfe04f-32c6-4804-805d-9c3d0040a11f
                 */
                snapshot_id: components["parameters"]["SnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot is being deleted; there is no body. */
            202: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["CloudServersBadRequest"];
            401: components["responses"]["CloudServersUnauthorized"];
            403: components["responses"]["CloudServersForbidden"];
            404: components["responses"]["CloudServersItemNotFound"];
            405: components["responses"]["CloudServersBadMethod"];
            413: components["responses"]["CloudServersOverLimit"];
            500: components["responses"]["CloudServersServerError"];
            503: components["responses"]["CloudServersServiceUnavailable"];
        };
    };
    "identity-v2.0/get-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityVersionBody"];
                };
            };
            404: components["responses"]["IdentityNotFound"];
            405: components["responses"]["IdentityBadMethod"];
            500: components["responses"]["IdentityServerError"];
        };
    };
    "identity-v2.0/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityAuthenticationBody"];
            };
        };
        responses: {
            /** @description The token, whom it speaks for, and the catalog. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAccessBody"];
                };
            };
            400: components["responses"]["IdentityBadRequest"];
            401: components["responses"]["IdentityUnauthorized"];
            404: components["responses"]["IdentityNotFound"];
            405: components["responses"]["IdentityBadMethod"];
            413: components["responses"]["IdentityOverLimit"];
            415: components["responses"]["IdentityBadMediaType"];
            500: components["responses"]["IdentityServerError"];
        };
    };
    "identity-v2.0/list-tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenants. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityTenantsBody"];
                };
            };
            401: components["responses"]["IdentityUnauthorized"];
            403: components["responses"]["IdentityForbidden"];
            404: components["responses"]["IdentityNotFound"];
            405: components["responses"]["IdentityBadMethod"];
            500: components["responses"]["IdentityServerError"];
            503: components["responses"]["IdentityServiceUnavailable"];
        };
    };
    "identity-v3/get-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityV3VersionBody"];
                };
            };
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            500: components["responses"]["IdentityV3ServerError"];
        };
    };
    "identity-v3/validate-token": {
        parameters: {
            query?: {
                /** @description The catalog is left out, whatever the value is. */
                nocatalog?: components["parameters"]["nocatalog"];
            };
            header?: {
                /**
                 * @description The token that is asked about. Without one, the answer is 400.
                 * @example 0f5a7c1e9b3d4b6f8a2c4e6d8f0a1b3c
                 */
                "X-Subject-Token"?: components["parameters"]["subjectToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is valid. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    "X-Subject-Token": components["headers"]["SubjectToken"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityV3TokenBody"];
                };
            };
            400: components["responses"]["IdentityV3BadRequest"];
            401: components["responses"]["IdentityV3Unauthorized"];
            403: components["responses"]["IdentityV3Forbidden"];
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            500: components["responses"]["IdentityV3ServerError"];
            503: components["responses"]["IdentityV3ServiceUnavailable"];
        };
    };
    "identity-v3/authenticate": {
        parameters: {
            query?: {
                /** @description The catalog is left out, whatever the value is. */
                nocatalog?: components["parameters"]["nocatalog"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityV3AuthenticationBody"];
            };
        };
        responses: {
            /** @description The token is in `X-Subject-Token`; the body says what it is good for. */
            201: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    "X-Subject-Token": components["headers"]["SubjectToken"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityV3TokenBody"];
                };
            };
            400: components["responses"]["IdentityV3BadRequest"];
            401: components["responses"]["IdentityV3Unauthorized"];
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            413: components["responses"]["IdentityV3OverLimit"];
            415: components["responses"]["IdentityV3BadMediaType"];
            500: components["responses"]["IdentityV3ServerError"];
        };
    };
    "identity-v3/revoke-token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The token that is asked about. Without one, the answer is 400.
                 * @example 0f5a7c1e9b3d4b6f8a2c4e6d8f0a1b3c
                 */
                "X-Subject-Token"?: components["parameters"]["subjectToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is taken no longer. */
            204: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["IdentityV3BadRequest"];
            401: components["responses"]["IdentityV3Unauthorized"];
            403: components["responses"]["IdentityV3Forbidden"];
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            500: components["responses"]["IdentityV3ServerError"];
            503: components["responses"]["IdentityV3ServiceUnavailable"];
        };
    };
    "identity-v3/list-auth-projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityV3ProjectsBody"];
                };
            };
            401: components["responses"]["IdentityV3Unauthorized"];
            403: components["responses"]["IdentityV3Forbidden"];
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            500: components["responses"]["IdentityV3ServerError"];
            503: components["responses"]["IdentityV3ServiceUnavailable"];
        };
    };
    "identity-v3/get-auth-catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalog. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityV3CatalogBody"];
                };
            };
            401: components["responses"]["IdentityV3Unauthorized"];
            403: components["responses"]["IdentityV3Forbidden"];
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            500: components["responses"]["IdentityV3ServerError"];
            503: components["responses"]["IdentityV3ServiceUnavailable"];
        };
    };
    "identity-v3/list-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions, the newest first. */
            200: {
                headers: {
                    "X-Compute-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityV3VersionsBody"];
                };
            };
            404: components["responses"]["IdentityV3NotFound"];
            405: components["responses"]["IdentityV3BadMethod"];
            500: components["responses"]["IdentityV3ServerError"];
        };
    };
    "cinderblock/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Healthy"];
            405: components["responses"]["BadMethod"];
            500: components["responses"]["ServerError"];
        };
    };
    "cinderblock/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Healthy"];
            405: components["responses"]["BadMethod"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
