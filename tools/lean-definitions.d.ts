declare function leanDefinitions(text: string): string;
export default leanDefinitions;
