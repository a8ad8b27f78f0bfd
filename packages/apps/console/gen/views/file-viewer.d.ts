/**
 * @param {{agentId: string, path: string, name: string}} file
 * @returns {{element: HTMLElement, close: () => void}}
 */
export declare function fileViewer({ agentId, path, name }: {
    agentId: string;
    path: string;
    name: string;
}): {
    element: HTMLElement;
    close: () => void;
};
